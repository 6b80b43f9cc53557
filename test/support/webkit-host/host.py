"""A native app around a page: a WebKitGTK view, which has the very interface of iOS's WKWebView.

usage: host.py SETTINGS

SETTINGS is JSON: `port` (where the test listens on 127.0.0.1), `folder` (what the page stores; it outlives the program),
`handlers` ({name: "plain" | "reply"}, what `webkit.messageHandlers` has) and `scripts` (run in every page before its own).

Tells the test, one line of JSON each:
  {"news": "message", "number", "handler", "body"}   the page posted it; one with reply waits until it is answered
  {"news": "prompt", "number", "text", "default"}    the page called `prompt()` and stands still until it is answered
  {"news": "loaded", "url"}                          a page finished loading
and obeys one order a line:
  {"order": "open", "url"}                           loads a page
  {"order": "run", "number", "script"}               runs the body of an async function in the main frame;
                                                     {"news": "result", "number", "value" | "error"}
  {"order": "answer", "number", "value" | "error"}   answers a message or a prompt
At the end of the connection it ends. Needs Debian's python3-gi and gir1.2-webkit2-4.1, and a display.
"""

import json
import socket
import sys
import threading

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
gi.require_version("JavaScriptCore", "4.1")
from gi.repository import GLib, Gtk, JavaScriptCore, WebKit2  # noqa: E402

ALL_FRAMES = WebKit2.UserContentInjectedFrames.ALL_FRAMES
AT_START = WebKit2.UserScriptInjectionTime.START


def plain(value):
    """What a page's value is in JSON; undefined and null are None."""
    text = value.to_json(0)
    return None if text is None else json.loads(text)


class Host:
    def __init__(self, settings):
        self.lines = socket.create_connection(("127.0.0.1", settings["port"])).makefile("rw", encoding="utf-8")
        self.waiting = {}
        self.count = 0
        manager = WebKit2.UserContentManager()
        for name, kind in settings["handlers"].items():
            self.handle(manager, name, kind)
        for script in settings.get("scripts", []):
            manager.add_script(WebKit2.UserScript.new(script, ALL_FRAMES, AT_START, None, None))
        self.view = self.make_view(manager, settings["folder"])

    def make_view(self, manager, folder):
        stores = WebKit2.WebsiteDataManager(base_data_directory=folder, base_cache_directory=folder)
        context = WebKit2.WebContext.new_with_website_data_manager(stores)
        view = WebKit2.WebView(web_context=context, user_content_manager=manager)
        view.connect("load-changed", self.on_load)
        view.connect("script-dialog", self.on_dialog)
        window = Gtk.Window(default_width=420, default_height=800)
        window.add(view)
        window.show_all()
        return view

    def handle(self, manager, name, kind):
        if kind == "reply":
            manager.connect(f"script-message-with-reply-received::{name}", self.on_call, name)
            manager.register_script_message_handler_with_reply(name, None)
        else:
            manager.connect(f"script-message-received::{name}", self.on_message, name)
            manager.register_script_message_handler(name)

    def tell(self, news, **details):
        self.lines.write(json.dumps({"news": news, **details}) + "\n")
        self.lines.flush()

    def keep(self, answer):
        self.count += 1
        self.waiting[self.count] = answer
        return self.count

    def on_message(self, _manager, result, name):
        number = self.keep(lambda _order: None)
        self.tell("message", number=number, handler=name, body=plain(result.get_js_value()))

    def on_call(self, _manager, value, reply, name):
        def answer(order):
            if "error" in order:
                reply.return_error_message(order["error"])
            else:
                text = json.dumps(order["value"])
                reply.return_value(JavaScriptCore.Value.new_from_json(value.get_context(), text))

        self.tell("message", number=self.keep(answer), handler=name, body=plain(value))
        return True

    def on_dialog(self, _view, dialog):
        if dialog.get_dialog_type() != WebKit2.ScriptDialogType.PROMPT:
            return False
        dialog = dialog.ref()

        def answer(order):
            dialog.prompt_set_text(order["value"])
            dialog.close()

        text, default = dialog.get_message(), dialog.prompt_get_default_text()
        self.tell("prompt", number=self.keep(answer), text=text, default=default)
        return True

    def on_load(self, view, event):
        if event == WebKit2.LoadEvent.FINISHED:
            self.tell("loaded", url=view.get_uri())

    def obey(self, order):
        ORDERS[order["order"]](self, order)
        return GLib.SOURCE_REMOVE

    def open(self, order):
        self.view.load_uri(order["url"])

    def answer(self, order):
        answer = self.waiting.pop(order["number"], None)
        if answer is not None:
            answer(order)

    def run(self, order):
        def done(view, task):
            try:
                value = plain(view.call_async_javascript_function_finish(task))
                self.tell("result", number=order["number"], value=value)
            except GLib.Error as error:
                self.tell("result", number=order["number"], error=error.message)

        self.view.call_async_javascript_function(order["script"], -1, None, None, None, None, done)

    def listen(self):
        for line in self.lines:
            GLib.idle_add(self.obey, json.loads(line))
        GLib.idle_add(Gtk.main_quit)


ORDERS = {"open": Host.open, "answer": Host.answer, "run": Host.run}


def main(settings):
    host = Host(settings)
    threading.Thread(target=host.listen, daemon=True).start()
    Gtk.main()


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
