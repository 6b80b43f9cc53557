"""Presses buttons of a browser as a screen reader does, its own prompts' among them: through AT-SPI.

usage: press.py BROWSER [ARGUMENT ...]

Starts the browser, then reads one order a line from standard input, `{"order", "name", "within", "seconds", "file"}`, and
prints one line of JSON for each:
  ready       waits until the button can be pressed
  press       does its first action, once; what came of it is for the page to say: `do_action` is true even where nothing did
  names       {"names"}: every button that can be pressed now
  photograph  writes the whole screen to `file`, a PNG
`within` is part of the name of something around the button. An order that did not succeed in `seconds` gives {"missing",
"names"}. At end of input the browser is ended. Needs Debian's python3 with gi, gir1.2-atspi-2.0 and gir1.2-gtk-3.0, a
session bus and a display.
"""

import json
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

BUTTON_ROLES = {Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.MENU_ITEM}
NEEDED_STATES = (Atspi.StateType.SHOWING, Atspi.StateType.SENSITIVE)

# A page whose script waits for a system's prompt does not answer: what is beside it must be found all the same.
REPLY_MILLISECONDS = 1000


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def can_be_pressed(node):
    if node.get_role() not in BUTTON_ROLES or node.get_n_actions() == 0:
        return False
    states = node.get_state_set()
    return all(states.contains(state) for state in NEEDED_STATES)


def buttons(node, within, inside=False):
    """Buttons that can be pressed, depth first; what changed or fell silent meanwhile is left out."""
    try:
        inside = inside or within in (node.get_name() or "")
        if inside and can_be_pressed(node):
            yield node
        for child in children(node):
            yield from buttons(child, within, inside)
    except GLib.Error:
        pass


def find(order):
    for button in buttons(Atspi.get_desktop(0), order.get("within", "")):
        if button.get_name() == order["name"]:
            return button
    return None


def press(order):
    button = find(order)
    try:
        if button is not None:
            button.do_action(0)
    except GLib.Error:
        # The page waits, in the press itself, for what it opened.
        pass
    return button is not None


def photograph(order):
    gi.require_version("Gdk", "3.0")
    from gi.repository import Gdk

    root = Gdk.get_default_root_window()
    size = (root.get_width(), root.get_height())
    return Gdk.pixbuf_get_from_window(root, 0, 0, *size).savev(order["file"], "png", [], [])


def names():
    return [button.get_name() for button in buttons(Atspi.get_desktop(0), "")]


ORDERS = {"ready": lambda order: find(order) is not None, "press": press, "photograph": photograph}


def obey(order):
    if order["order"] == "names":
        return {"names": names()}
    deadline = time.monotonic() + order["seconds"]
    while not ORDERS[order["order"]](order):
        if time.monotonic() > deadline:
            return {"missing": order.get("name"), "names": names()}
        time.sleep(0.1)
    return {"done": order["order"]}


def end(browser):
    browser.terminate()
    try:
        browser.wait(10)
    except subprocess.TimeoutExpired:
        browser.kill()


def main(command):
    Atspi.set_timeout(REPLY_MILLISECONDS, -1)
    browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for line in sys.stdin:
            print(json.dumps(obey(json.loads(line))), flush=True)
    finally:
        end(browser)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
