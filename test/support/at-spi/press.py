"""Presses buttons of a browser as a screen reader does: through AT-SPI.

usage: press.py SECONDS NAME [NAME ...] -- BROWSER [ARGUMENT ...]

Starts the browser, waits for each named button in turn (up to SECONDS each), prints `ready NAME`, waits for a line on
standard input, does the button's first action and prints `pressed NAME`. What the press did is for the page to say:
`do_action` returns true even where nothing happened. At end of input the browser is ended. Needs Debian's python3 with
gi and gir1.2-atspi-2.0, a session bus and a display.
"""

import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

BUTTON_ROLES = {Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON}


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def find(node, name):
    """The first button with this name that can be pressed, depth first; None where the tree changed meanwhile."""
    try:
        if node.get_role() in BUTTON_ROLES and node.get_name() == name and node.get_n_actions() > 0:
            return node
        for child in children(node):
            found = find(child, name)
            if found is not None:
                return found
    except GLib.Error:
        pass
    return None


def wait_for(name, seconds):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = find(Atspi.get_desktop(0), name)
        if found is not None:
            return found
        time.sleep(0.1)
    return None


def press_each(seconds, names):
    for name in names:
        if wait_for(name, seconds) is None:
            print(f"missing {name}", flush=True)
            return 1
        print(f"ready {name}", flush=True)
        if not sys.stdin.readline():
            return 1
        wait_for(name, seconds).do_action(0)
        print(f"pressed {name}", flush=True)
    sys.stdin.readline()
    return 0


def end(browser):
    browser.terminate()
    try:
        browser.wait(10)
    except subprocess.TimeoutExpired:
        browser.kill()


def main(arguments):
    split = arguments.index("--")
    browser = subprocess.Popen(arguments[split + 1 :], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        return press_each(float(arguments[0]), arguments[1:split])
    finally:
        end(browser)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
