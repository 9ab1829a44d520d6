#!/usr/bin/env python3
"""A headless Chromium approves PINs on the pages of the embedded plex.tv.

Needs selenium and, from the system, Chromium with its driver. Each check starts
with an empty profile, and no name but the loopback address resolves.
"""

import json
import os
import pathlib
import queue
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from contextlib import contextmanager

from checks import Checks, arguments, started, want

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

WAIT = 20
check = Checks()


class Context:
    def __init__(self, said, options):
        self.plex_tv = said["plex_tv"]
        self.plexctl = options.plexctl
        self.chromium = options.chromium
        self.driver = options.driver
        self.shots = options.screenshots

    @contextmanager
    def browser(self):
        with tempfile.TemporaryDirectory(prefix="interop-browser-") as profile:
            options = webdriver.ChromeOptions()
            options.binary_location = self.chromium
            for flag in (
                "headless",
                "no-sandbox",
                "disable-gpu",
                "disable-quic",
                "no-first-run",
                "disable-background-networking",
                "disable-component-update",
                "disable-sync",
                "disable-dev-shm-usage",
                "host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "window-size=700,800",
                f"user-data-dir={profile}",
            ):
                options.add_argument(f"--{flag}")
            options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
            driver = webdriver.Chrome(options=options, service=Service(self.driver))
            try:
                driver.set_page_load_timeout(WAIT)
                yield driver
            finally:
                driver.quit()

    def shoot(self, driver, name):
        if self.shots:
            driver.save_screenshot(str(pathlib.Path(self.shots) / f"{name}.png"))


def complaints(driver):
    """What the browser's console says of scripts and policies; the missing icon is no matter."""
    entries = [entry["message"] for entry in driver.get_log("browser")]
    return [entry for entry in entries if "favicon" not in entry]


def labelled(driver, text):
    """The field that belongs to this label, found as a reader finds it."""
    label = driver.find_element(By.XPATH, f"//label[contains(., '{text}')]")
    return driver.find_element(By.ID, label.get_attribute("for"))


def choose(driver, user):
    Select(labelled(driver, "Who you are")).select_by_value(user)


def submit(driver, name):
    driver.find_element(By.XPATH, f"//button[normalize-space()='{name}']").click()


def wait_for(driver, selector):
    found = WebDriverWait(driver, WAIT).until(
        lambda driver: driver.find_elements(By.CSS_SELECTOR, selector)
    )
    return found[0].text


# --- Pages, with PINs of our own ---------------------------------------------


class Pin:
    """A PIN, asked for as an app does."""

    def __init__(self, context, strong=False, client="plexctl-interop-browser"):
        self.context, self.client = context, client
        query = "?strong=true" if strong else ""
        pin = self.ask("POST", f"/api/v2/pins{query}")
        self.id, self.code = pin["id"], pin["code"]

    def ask(self, method, path):
        headers = {
            "Accept": "application/json",
            "X-Plex-Client-Identifier": self.client,
            "X-Plex-Product": "Interop",
        }
        url = f"{self.context.plex_tv}{path}"
        request = urllib.request.Request(url, headers=headers, method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=10) as answer:
            return json.load(answer)

    def token(self):
        return self.ask("GET", f"/api/v2/pins/{self.id}")["authToken"]

    def address(self, **more):
        fields = {
            "clientID": self.client,
            "code": self.code,
            "context[device][product]": "Interop <b>& Co</b>",
            **more,
        }
        return f"{self.context.plex_tv}/auth#?{urllib.parse.urlencode(fields)}"


@check("chromium")
def page_link(context):
    pin = Pin(context)
    with context.browser() as driver:
        driver.get(f"{context.plex_tv}/link")
        field = labelled(driver, "code")
        field.send_keys(pin.code.lower())
        choose(driver, "owner")
        context.shoot(driver, "link")
        submit(driver, "Link")
        said = wait_for(driver, "[role=status]")
        context.shoot(driver, "link-done")
        want("Olive Owner" in said, f"the page says {said!r}")
        want(not complaints(driver), f"{complaints(driver)}")
    want(pin.token(), "not approved")


@check("chromium")
def page_link_wrong_code(context):
    pin = Pin(context)
    with context.browser() as driver:
        driver.get(f"{context.plex_tv}/link?pin={pin.code}")
        field = labelled(driver, "code")
        want(field.get_attribute("value") == pin.code, "the code was not filled in")
        field.clear()
        field.send_keys("0OIL")
        submit(driver, "Link")
        said = wait_for(driver, "[role=alert]")
        context.shoot(driver, "link-wrong")
        want(said, "no word on what is wrong")
        want(not pin.token(), "approved")
        # The page can be used again at once.
        field = labelled(driver, "code")
        field.clear()
        field.send_keys(pin.code)
        choose(driver, "friend")
        submit(driver, "Link")
        want("Fred Friend" in wait_for(driver, "[role=status]"), "another user")
    want(pin.token(), "not approved")


@check("chromium")
def page_auth(context):
    pin = Pin(context, strong=True)
    with context.browser() as driver:
        driver.get(pin.address())
        product = driver.find_element(By.ID, "product").text
        want(product == "Interop <b>& Co</b>", f"product {product!r}")
        choose(driver, "owner")
        context.shoot(driver, "auth")
        submit(driver, "Approve")
        said = wait_for(driver, "[role=status]")
        context.shoot(driver, "auth-done")
        want("Olive Owner" in said, f"the page says {said!r}")
        want(not complaints(driver), f"{complaints(driver)}")
    want(pin.token(), "not approved")


@check("chromium")
def page_auth_forwards(context):
    pin = Pin(context, strong=True)
    back = f"{context.plex_tv}/link?code=BACK"
    with context.browser() as driver:
        driver.get(pin.address(forwardUrl=back))
        submit(driver, "Approve")
        WebDriverWait(driver, WAIT).until(lambda driver: driver.current_url == back)
        want(not complaints(driver), f"{complaints(driver)}")
    want(pin.token(), "not approved")


@check("chromium")
def page_auth_runs_nothing_given(context):
    pin = Pin(context, strong=True)
    with context.browser() as driver:
        driver.get(pin.address(forwardUrl="javascript:document.title='broken'"))
        submit(driver, "Approve")
        wait_for(driver, "[role=status]")
        time.sleep(0.3)
        want(driver.title != "broken", "a script of the address ran")
        want("/auth" in driver.current_url, f"forwarded to {driver.current_url}")
    want(pin.token(), "not approved")


@check("chromium")
def page_works_on_a_phone(context):
    with context.browser() as driver:
        driver.set_window_size(500, 900)
        for page in ("/link", "/auth"):
            driver.get(f"{context.plex_tv}{page}")
            wide = "return document.documentElement.scrollWidth > innerWidth"
            want(not driver.execute_script(wide), f"{page} is wider than the window")


# --- Pages, while `plexctl login` waits --------------------------------------


class Login:
    """A running `plexctl login`, with a folder of its own for what it keeps."""

    def __init__(self, context, folder, *arguments):
        self.command = [context.plexctl, "--json", "--plex-tv", context.plex_tv, "--config-dir", folder]
        # Nothing of the user's own Plex, and no screen to open a browser on.
        drop = ("PLEX", "DISPLAY", "WAYLAND_DISPLAY", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(drop)}
        self.environment = kept
        self.lines = queue.Queue()
        self.process = subprocess.Popen(
            [*self.command, "login", "--no-browser", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=kept,
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(None)

    def said(self, event):
        """The next line, which is to be this event."""
        try:
            line = self.lines.get(timeout=WAIT)
        except queue.Empty:
            raise AssertionError(f"plexctl said nothing for {WAIT} seconds") from None
        if line is None:
            self.process.wait(WAIT)
            raise AssertionError(f"plexctl ended: {self.process.stderr.read()[:300]}")
        told = json.loads(line)
        want(told.get("event") == event, f"{told.get('event')!r} instead of {event!r}")
        return told

    def waits(self):
        time.sleep(0.3)
        want(self.process.poll() is None, "plexctl ended before anyone approved")

    def succeeds(self, user):
        told = self.said("signed_in")
        want(told["title"] == user, f"signed in as {told['title']!r}")
        code = self.process.wait(WAIT)
        want(code == 0, f"plexctl login ended with {code}")
        status = self.run("auth", "status")
        want(status.returncode == 0, f"auth status: {status.returncode}, {status.stderr[:300]}")
        want(json.loads(status.stdout), "auth status says nothing")

    def run(self, *arguments):
        command = [*self.command, *arguments]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=WAIT, check=False
        )

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()


@contextmanager
def login(context, *arguments):
    with tempfile.TemporaryDirectory(prefix="interop-login-") as folder:
        running = Login(context, folder, *arguments)
        try:
            yield running
        finally:
            running.end()


def login_by_link(context, *arguments):
    with login(context, "--link", *arguments) as running, context.browser() as driver:
        told = running.said("code")
        want(re.fullmatch("[A-Z0-9]{4}", told["code"]), f"code {told['code']!r}")
        want(told["link_url"].startswith(context.plex_tv), f"link at {told['link_url']}")
        driver.get(told["link_url"])
        labelled(driver, "code").send_keys(told["code"])
        choose(driver, "owner")
        running.waits()
        submit(driver, "Link")
        want("Olive Owner" in wait_for(driver, "[role=status]"), "not approved")
        running.succeeds("Olive Owner")


def login_by_page(context, *arguments):
    with login(context, *arguments) as running, context.browser() as driver:
        told = running.said("page")
        want(told["auth_url"].startswith(f"{context.plex_tv}/auth"), f"page at {told['auth_url']}")
        driver.get(told["auth_url"])
        product = driver.find_element(By.ID, "product").text
        want("plexctl" in product.lower(), f"the page asks for {product!r}")
        choose(driver, "owner")
        running.waits()
        context.shoot(driver, "login")
        submit(driver, "Approve")
        want("Olive Owner" in wait_for(driver, "[role=status]"), "not approved")
        running.succeeds("Olive Owner")


@check("chromium")
def plexctl_login_link(context):
    login_by_link(context)


@check("chromium")
def plexctl_login_link_jwt(context):
    login_by_link(context, "--jwt")


@check("chromium")
def plexctl_login(context):
    login_by_page(context)


@check("chromium")
def plexctl_login_jwt(context):
    login_by_page(context, "--jwt")


def main():
    parser = arguments(__doc__)
    parser.add_argument("--plexctl", required=True, help="the binary that signs in")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--driver", default="/usr/bin/chromedriver")
    parser.add_argument("--screenshots", metavar="FOLDER", help="keep pictures of the pages")
    options = parser.parse_args()
    return check.run(Context(started(options.serve_json), options))


if __name__ == "__main__":
    sys.exit(main())
