"""What the checks of this folder share: how they register, run and are counted."""

import argparse
import json
import os

# Neither a user's own PlexAPI settings nor a proxy may change the outcome.
os.environ["PLEXAPI_CONFIG_PATH"] = os.devnull
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1,localhost,::1"


class Checks:
    """The checks of one file, in the order in which they stand there."""

    def __init__(self):
        self._checks = []

    def __call__(self, client):
        """Register a function as a check; its name is the name on the line."""

        def register(function):
            name = function.__name__.removeprefix(f"{client}_")
            self._checks.append((client, name, function))
            return function

        return register

    def run(self, *context):
        """Run all of them and say how each went; the exit status."""
        failed = 0
        for client, name, function in self._checks:
            try:
                function(*context)
            except Exception as error:  # a client may raise anything; each is one failure
                failed += 1
                # A refused answer's cause says which field was wrong.
                cause = f" / {error.__cause__}" if error.__cause__ else ""
                text = " ".join(f"{type(error).__name__}: {error}{cause}".split())
                print(f"FAIL {client} {name}: {text[:600]}", flush=True)
            else:
                print(f"ok   {client} {name}", flush=True)
        print(f"{len(self._checks) - failed} passed, {failed} failed", flush=True)
        return 1 if failed else 0


def want(condition, complaint):
    if not condition:
        raise AssertionError(complaint)


def arguments(description):
    """The command line that all files share."""
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    parser.add_argument(
        "--serve-json",
        metavar="FILE",
        required=True,
        help="file with the JSON line printed by `plexctl serve --json`",
    )
    return parser


def started(path):
    """What `plexctl serve --json` said."""
    with open(path, encoding="utf-8") as file:
        return json.loads(file.readline())
