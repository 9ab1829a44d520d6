#!/usr/bin/env python3
"""Sign in with `plexctl` while a real Secret Service runs, and say where the token went.

To be run inside `dbus-run-session`: it starts gnome-keyring there, with folders of its own, so that no keyring of the
person who runs it is touched.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager

from checks import Checks, arguments, started, want

WAIT = 90
NO_BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"}
check = Checks()


class Context:
    """The embedded plex.tv, a Secret Service, and one person's folder."""

    def __init__(self, said, plexctl, folder):
        self.plex_tv = said["plex_tv"]
        self.friend = next(user for user in said["users"] if user["kind"] == "friend")
        self.plexctl = plexctl
        self.folder = pathlib.Path(folder)
        self.config = self.folder / "plexctl"
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith("PLEX")
        }
        for name in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"]:
            place = self.folder / name
            place.mkdir(mode=0o700)
            self.environment[name] = str(place)
        for name in ["DISPLAY", "WAYLAND_DISPLAY"]:
            self.environment.pop(name, None)

    @contextmanager
    def keyring(self):
        """A Secret Service whose keyring is made, and unlocked, with a password that is one letter long."""
        command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
        with open(self.folder / "keyring.log", "wb") as log:
            daemon = subprocess.Popen(
                command, stdin=subprocess.PIPE, env=self.environment, stdout=log, stderr=log
            )
        try:
            daemon.stdin.write(b"x")
            daemon.stdin.close()
            file = self.folder / "XDG_DATA_HOME" / "keyrings" / "login.keyring"
            wait_until(lambda: file.exists(), "gnome-keyring made no keyring")
            yield
        finally:
            daemon.kill()
            daemon.wait(WAIT)

    def run(self, *arguments, code=0, stdin="", environment=None):
        command = [self.plexctl, "--json", "--config-dir", str(self.config), *arguments]
        ended = subprocess.run(
            command,
            input=stdin,
            env=self.environment | (environment or {}),
            capture_output=True,
            text=True,
            timeout=WAIT,
        )
        said = f"{ended.stdout}\n{ended.stderr}"
        want(ended.returncode == code, f"{arguments} ended with {ended.returncode}: {said[:400]}")
        return json.loads((ended.stdout or ended.stderr).splitlines()[-1])

    def login(self, name, **options):
        lines = [self.friend[key] for key in ("username", "password", "verification_code")]
        return self.run(
            *["login", "--password", "--plex-tv", self.plex_tv, "--name", name],
            stdin="\n".join(lines) + "\n",
            **options,
        )

    def entries(self):
        """What another program finds in the keyring under plexctl's name, secrets left out."""
        command = ["secret-tool", "search", "--all", "service", "plexctl"]
        found = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=WAIT
        )
        lines = (found.stdout + found.stderr).splitlines()
        return [line.split(" = ")[1] for line in lines if line.startswith("attribute.username")]

    def file(self):
        """The accounts in the file."""
        file = self.config / "credentials.json"
        return list(json.loads(file.read_text())["accounts"]) if file.exists() else []


def wait_until(done, complaint):
    end = time.monotonic() + WAIT
    while not done():
        want(time.monotonic() < end, complaint)
        time.sleep(0.05)


@check("keyring")
def keyring_takes_the_token(context):
    said = context.login("fred")
    want(said["kept_in"] == "keyring", f"it is in the {said['kept_in']}")
    want(context.entries() == ["account:fred"], f"the keyring has {context.entries()}")
    want(context.file() == [], f"the file has {context.file()}")
    index = (context.config / "keyring-index.json").read_text()
    want('"token": null' in index, f"the index has a token: {len(index)} bytes")


@check("keyring")
def keyring_is_read_by_another_process(context):
    account = context.run("auth", "status")["account"]
    want(account["kept_in"] == "keyring" and account["token"] == "valid", f"{account}")
    stored = context.run("users")
    want(stored, "nothing was listed")


@check("keyring")
def keyring_is_not_asked_where_the_file_is_forced(context):
    forced = {"PLEXCTL_STORE": "file"}
    context.run("servers", code=3, environment=forced)
    said = context.login("on-disk", environment=forced)
    want(said["kept_in"] == "file" and context.file() == ["on-disk"], f"{said}")
    want(context.entries() == ["account:fred"], f"the keyring has {context.entries()}")
    # Both are seen, each where it is.
    for name, place in [("fred", "keyring"), ("on-disk", "file")]:
        account = context.run("auth", "status", "--account", name)["account"]
        want(account["kept_in"] == place and account["token"] == "valid", f"{account}")


@check("keyring")
def keyring_that_is_away_loses_nothing(context):
    error = context.run("servers", "--account", "fred", code=1, environment=NO_BUS)["error"]
    want("keyring cannot be used" in error["message"], f"{error}")
    context.run("servers", "--account", "on-disk", environment=NO_BUS)
    context.run("servers", "--account", "fred")


@check("keyring")
def keyring_that_is_away_is_replaced_by_the_file(context):
    said = context.login("no-bus", environment=NO_BUS)
    want(said["kept_in"] == "file", f"{said}")
    want(sorted(context.file()) == ["no-bus", "on-disk"], f"the file has {context.file()}")
    context.login("no-bus-2", code=1, environment=NO_BUS | {"PLEXCTL_STORE": "keyring"})


@check("keyring")
def keyring_forgets_at_logout(context):
    context.run("logout", "fred")
    want(context.entries() == [], f"the keyring has {context.entries()}")
    context.run("logout", "--all")
    want(context.file() == [], f"the file has {context.file()}")
    context.run("auth", "status", code=3)


@check("keyring")
def keyring_that_is_locked_keeps_nobody_waiting(context):
    context.login("before")
    service, secrets = "org.freedesktop.Secret.Service", "/org/freedesktop/secrets"
    lock = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets", secrets]
    lock += [f"{service}.Lock", f"array:objpath:{secrets}/collection/login"]
    subprocess.run(lock, env=context.environment, check=True, timeout=WAIT, capture_output=True)
    # There is no screen on which to ask for its password.
    error = context.run("auth", "status", code=1)["error"]
    want("keyring cannot be used" in error["message"], f"{error}")
    said = context.login("locked")
    want(said["kept_in"] == "file", f"{said}")
    want(context.entries() == ["account:before"], f"the keyring has {context.entries()}")


def main():
    parser = arguments(__doc__)
    parser.add_argument("--plexctl", required=True, help="the binary that signs in")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        context = Context(started(options.serve_json), options.plexctl, folder)
        with context.keyring():
            return check.run(context)


if __name__ == "__main__":
    sys.exit(main())
