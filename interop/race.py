"""Connecting to one server among addresses that never answer: PlexAPI's resource.connect() beside this project's race.

Usage: race.py PLEXCTL CONNECT, the built tool and the built example `connect`. Starts an embedded Plex with one living
and five silent addresses, connects in turn with both, and prints the medians and their ratio.
"""

import json
import os
import re
import statistics
import subprocess
import sys
import time

import plexapi.myplex
from plexapi.myplex import MyPlexAccount

ROUNDS, ALLOWED = 5, 3


def main(plexctl, connect):
    command = [plexctl, "serve", "--json", "--silent-connections", "5"]
    serve = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        said = json.loads(serve.stdout.readline())
        owner = next(user for user in said["users"] if user["kind"] == "owner")
        for thing in (MyPlexAccount, plexapi.myplex.MyPlexResource):
            for name, value in list(vars(thing).items()):
                if isinstance(value, str) and re.match(r"https://(clients\.)?plex\.tv", value):
                    setattr(thing, name, re.sub(r"^https://(clients\.)?plex\.tv", said["plex_tv"], value))
        account = MyPlexAccount(token=owner["token"])
        name = said["servers"][0]["name"]
        environment = {
            **os.environ,
            "PLEX_TV": said["plex_tv"],
            "PLEX_TOKEN": owner["token"],
            "PLEX_SERVER_NAME": name,
        }
        theirs, ours = [], []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            account.resource(name).connect(timeout=ALLOWED)
            theirs.append((time.perf_counter() - start) * 1e3)
            out = subprocess.run([connect], env=environment, capture_output=True, text=True, check=True, timeout=60)
            ours.append(float(re.search(r"connected in ([0-9.]+) ms", out.stdout)[1]))
        theirs, ours = statistics.median(theirs), statistics.median(ours)
        print(f"PlexAPI {theirs:.0f} ms, plex-sdk {ours:.1f} ms, ratio {theirs / ours:.0f}")
    finally:
        serve.terminate()
        serve.wait(10)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
