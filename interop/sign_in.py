#!/usr/bin/env python3
"""Sign in with PlexAPI at the plex.tv of a running `plexctl serve` and say what works.

Its addresses of plex.tv are replaced by the embedded one; a request to any other
host is refused here, so nothing leaves the machine.
"""

import re
import sys
import time
import urllib.parse
from contextlib import contextmanager

from checks import Checks, arguments, started, want

import plexapi
import plexapi.exceptions
import plexapi.myplex
import plexapi.server
import requests
from plexapi.myplex import MyPlexAccount, MyPlexJWTLogin, MyPlexPinLogin, MyPlexUser

# The embedded accounts; they are the same at every start.
OWNER = ("olive.owner", "olive@example.com", "olive-Password-1")
# Has a second factor.
FRIEND = ("fred.friend", "fred-Password-4", "135790")
HOME_USER = ("Hugo Home", "4711")
MANAGED = "Mina Managed"

WAIT = 20
check = Checks()


class LocalSession(requests.Session):
    """Refuses what is not on this machine."""

    def __init__(self):
        super().__init__()
        self.trust_env = False

    def request(self, method, url, *args, **kwargs):
        host = urllib.parse.urlsplit(url).hostname
        want(host in ("127.0.0.1", "::1", "localhost"), f"a request to {host}")
        return super().request(method, url, *args, **kwargs)


class Context:
    """The embedded plex.tv under test."""

    def __init__(self, said):
        self.plex_tv = said["plex_tv"]
        self.servers = said["servers"]
        self.users = {user["kind"]: user for user in said["users"]}
        self._apps = 0

    @contextmanager
    def app(self):
        """A new app: tokens that are signed, and wrong passwords, count for one app only."""
        self._apps += 1
        identifier = f"plexctl-interop-{self._apps}"
        before = plexapi.BASE_HEADERS["X-Plex-Client-Identifier"]
        plexapi.BASE_HEADERS["X-Plex-Client-Identifier"] = identifier
        try:
            yield LocalSession()
        finally:
            plexapi.BASE_HEADERS["X-Plex-Client-Identifier"] = before

    def link(self, code, user="owner"):
        """What a person does on the page for four letters."""
        return requests.post(f"{self.plex_tv}/link", data={"code": code, "user": user}, timeout=10)

    def approve(self, url, user="owner"):
        """What a person does on the page that an app opened."""
        fragment = urllib.parse.urlsplit(url).fragment
        want(fragment.startswith("!?"), f"address {url}")
        fields = dict(urllib.parse.parse_qsl(fragment[2:]))
        form = {"user": user, "code": fields["code"], "clientID": fields["clientID"]}
        return requests.post(f"{self.plex_tv}/auth", data=form, timeout=10)


def patch(plex_tv):
    """Lead PlexAPI's addresses, which are attributes of its classes, to the embedded plex.tv."""
    patched = 0
    for owner in vars(plexapi.myplex).values():
        if not isinstance(owner, type) or owner.__module__ != "plexapi.myplex":
            continue
        for name, value in list(vars(owner).items()):
            if isinstance(value, str) and not name.startswith("__"):
                here = re.sub(r"^https://(clients\.)?plex\.tv(?=/|$)", plex_tv, value)
                if here != value:
                    setattr(owner, name, here)
                    patched += 1
    want(MyPlexAccount.key == f"{plex_tv}/api/v2/user", f"account at {MyPlexAccount.key}")
    want(MyPlexPinLogin.PINS.startswith(plex_tv), f"PINs at {MyPlexPinLogin.PINS}")
    want(MyPlexJWTLogin.AUTH.startswith(plex_tv), f"keys at {MyPlexJWTLogin.AUTH}")
    want(patched > 15, f"only {patched} addresses were found")
    # Nobody has to wait a second for the next poll.
    MyPlexPinLogin.POLLINTERVAL = MyPlexJWTLogin.POLLINTERVAL = 0.2


def wait_for(login):
    """Wait for a login that runs, but not for ever."""
    end = time.monotonic() + WAIT
    while not login.finished and time.monotonic() < end:
        time.sleep(0.05)
    if not login.finished:
        login.stop()
        raise AssertionError(f"not signed in after {WAIT} seconds")
    want(login.waitForLogin(), "the login failed")


def is_owner(account):
    want(account.username == OWNER[0], f"username {account.username!r}")
    want(account.email == OWNER[1], f"email {account.email!r}")
    want(isinstance(account.id, int), f"id {account.id!r}")
    want(account.uuid and account.title, "no uuid or title")
    want(account.homeAdmin is True, f"homeAdmin {account.homeAdmin!r}")


def raises(kind, call):
    try:
        call()
    except kind as error:
        return error
    raise AssertionError(f"no {kind.__name__}")


# --- PINs --------------------------------------------------------------------


@check("plexapi")
def pin_link(context):
    with context.app() as session:
        login = MyPlexPinLogin(session=session)
        want(re.fullmatch(r"[A-Z0-9]{4}", login.pin), f"code {login.pin!r}")
        want(login.checkLogin() is False, "signed in before anyone approved")
        want(login.expired is False, "expired at once")
        tokens = []
        login.run(callback=tokens.append, timeout=WAIT)
        answer = context.link(login.pin.lower())
        want(answer.status_code == 200, f"page: {answer.status_code}")
        wait_for(login)
        want(tokens == [login.token], "the callback got another token")
        is_owner(MyPlexAccount(token=login.token, session=session))


@check("plexapi")
def pin_link_as_friend(context):
    with context.app() as session:
        login = MyPlexPinLogin(session=session)
        want(context.link(login.pin, "friend").status_code == 200, "not approved")
        want(login.checkLogin() is True, "not signed in")
        account = MyPlexAccount(token=login.token, session=session)
        want(account.username == FRIEND[0], f"username {account.username!r}")
        want(account.twoFactorEnabled is True, "no second factor")


@check("plexapi")
def pin_linked_by_another_app(context):
    with context.app() as session:
        account = MyPlexAccount(token=context.users["owner"]["token"], session=session)
    with context.app() as session:
        login = MyPlexPinLogin(session=session)
        account.link(login.pin)
        want(login.checkLogin() is True, "not signed in")
        is_owner(MyPlexAccount(token=login.token, session=session))


@check("plexapi")
def pin_wrong_code(context):
    with context.app() as session:
        login = MyPlexPinLogin(session=session)
        wrong = "ZZZZ" if login.pin != "ZZZZ" else "YYYY"
        want(context.link(wrong).status_code == 404, "a code that nobody has was taken")
        want(login.checkLogin() is False, "signed in")


@check("plexapi")
def pin_of_another_app(context):
    with context.app() as session:
        login = MyPlexPinLogin(session=session)
        want(login.pin, "no code")
    with context.app():
        want(login.checkLogin() is False and login.expired, "another app could ask for the PIN")


@check("plexapi")
def pin_oauth(context):
    with context.app() as session:
        login = MyPlexPinLogin(session=session, oauth=True)
        url = login.oauthUrl(forwardUrl="http://127.0.0.1/back")
        login.run(timeout=WAIT)
        answer = context.approve(url)
        want(answer.status_code == 200, f"page: {answer.status_code}")
        wait_for(login)
        is_owner(MyPlexAccount(token=login.token, session=session))


@check("plexapi")
def pin_oauth_is_not_typed(context):
    with context.app() as session:
        login = MyPlexPinLogin(session=session, oauth=True)
        want(context.link(login._getCode()).status_code == 404, "a long code was taken at /link")
        want(login.checkLogin() is False, "signed in")


# --- JWT ---------------------------------------------------------------------


def check_jwt(login, context, session):
    want(login.jwtToken.count(".") == 2, "no JWT")
    claims = login.decodedJWT
    want(claims["iss"] == "plex.tv", f"iss {claims['iss']!r}")
    want(claims["thumbprint"] == login._keyID, "another key's thumbprint")
    want(claims["exp"] - claims["iat"] > 86_400, "less than a day")
    want(login.verifyJWT(), "PlexAPI does not trust it")
    account = MyPlexAccount(token=login.jwtToken, session=session)
    is_owner(account)
    server = account.resource(context.servers[0]["name"]).connect(timeout=5)
    want(server.machineIdentifier == context.servers[0]["machine_identifier"], "another server")


@check("plexapi")
def jwt_link(context):
    with context.app() as session:
        login = MyPlexJWTLogin(session=session)
        login.generateKeypair()
        login.run(timeout=WAIT)
        want(re.fullmatch(r"[A-Z0-9]{4}", login.pin), f"code {login.pin!r}")
        want(context.link(login.pin).status_code == 200, "not approved")
        wait_for(login)
        check_jwt(login, context, session)


@check("plexapi")
def jwt_oauth(context):
    with context.app() as session:
        login = MyPlexJWTLogin(session=session, oauth=True)
        login.generateKeypair()
        login.run(timeout=WAIT)
        want(context.approve(login.oauthUrl()).status_code == 200, "not approved")
        wait_for(login)
        check_jwt(login, context, session)
        # With the same key a new one can be had without anyone's approval.
        before = login.jwtToken
        want(login.refreshJWT() != before, "the same JWT again")
        check_jwt(login, context, session)


@check("plexapi")
def jwt_registered(context):
    with context.app() as session:
        token = context.users["owner"]["token"]
        login = MyPlexJWTLogin(session=session, token=token, scopes=["username", "email"])
        login.generateKeypair()
        login.registerDevice()
        login.refreshJWT()
        check_jwt(login, context, session)
        want(login.decodedJWT["user"]["email"] == OWNER[1], "no email, though asked for")


@check("plexapi")
def jwt_without_the_key(context):
    with context.app() as session:
        login = MyPlexJWTLogin(session=session, oauth=True)
        login.generateKeypair()
        login._getCode()
        login.generateKeypair()  # somebody else's
        login._clientJWT = login._encodeClientJWT()
        want(context.approve(login.oauthUrl()).status_code == 200, "not approved")
        want(login.checkLogin() is False and not login.jwtToken, "signed in with another key")


@check("plexapi")
def jwt_unregistered_key(context):
    with context.app() as session:
        login = MyPlexJWTLogin(session=session)
        login.generateKeypair()
        raises(plexapi.exceptions.BadRequest, login.refreshJWT)


# --- Passwords ---------------------------------------------------------------


@check("plexapi")
def password(context):
    for name in OWNER[:2]:
        with context.app() as session:
            is_owner(MyPlexAccount(name, OWNER[2], session=session))


@check("plexapi")
def password_wrong(context):
    with context.app() as session:
        error = raises(
            plexapi.exceptions.Unauthorized,
            lambda: MyPlexAccount(OWNER[0], "not the password", session=session),
        )
        want(not isinstance(error, plexapi.exceptions.TwoFactorRequired), "wants a second factor")


@check("plexapi")
def password_with_code(context):
    name, secret, code = FRIEND
    with context.app() as session:
        raises(
            plexapi.exceptions.TwoFactorRequired,
            lambda: MyPlexAccount(name, secret, session=session),
        )
        raises(
            plexapi.exceptions.Unauthorized,
            lambda: MyPlexAccount(name, secret, code="000000", session=session),
        )
        account = MyPlexAccount(name, secret, code=code, session=session)
        want(account.username == name, f"username {account.username!r}")
        want(account.rememberExpiresAt, "no rememberExpiresAt")


@check("plexapi")
def wrong_token(context):
    with context.app() as session:
        raises(
            plexapi.exceptions.Unauthorized,
            lambda: MyPlexAccount(token="no-such-token-7f3a", session=session),
        )


@check("plexapi")
def sign_out(context):
    with context.app() as session:
        login = MyPlexJWTLogin(session=session, oauth=True)
        login.generateKeypair()
        login.run(timeout=WAIT)
        context.approve(login.oauthUrl())
        wait_for(login)
        account = MyPlexAccount(token=login.jwtToken, session=session)
        account.signout()
        raises(
            plexapi.exceptions.Unauthorized,
            lambda: MyPlexAccount(token=login.jwtToken, session=session),
        )


# --- What an account gives ---------------------------------------------------


def account_of(context, kind, session):
    return MyPlexAccount(token=context.users[kind]["token"], session=session)


@check("plexapi")
def resources(context):
    with context.app() as session:
        found = account_of(context, "owner", session).resources()
        identifiers = [resource.clientIdentifier for resource in found]
        wanted = [server["machine_identifier"] for server in context.servers]
        want(identifiers == wanted, f"{identifiers}, not {wanted}")
        for resource in found:
            want(resource.owned is True and resource.accessToken, f"{resource.name} is bare")
            want("server" in resource.provides, f"provides {resource.provides!r}")
            want(resource.createdAt and resource.lastSeenAt, f"{resource.name} has no dates")
            for connection in resource.connections:
                want(connection.uri and connection.port, f"connection {connection.uri!r}")


@check("plexapi")
def resource_connect(context):
    with context.app() as session:
        account = account_of(context, "owner", session)
        for wanted in context.servers:
            for name in (wanted["name"], wanted["machine_identifier"]):
                server = account.resource(name).connect(timeout=5)
                want(server.machineIdentifier == wanted["machine_identifier"], "another server")
        server = account.resource(context.servers[0]["name"]).connect(timeout=5)
        want(server.library.sections(), "no sections")


@check("plexapi")
def resource_of_a_friend(context):
    with context.app() as session:
        found = account_of(context, "friend", session).resources()
        names = [resource.name for resource in found]
        want(names == [context.servers[0]["name"]], f"servers {names}")
        want(found[0].owned is False and found[0].ownerId, "it is the friend's own")
        want(found[0].accessToken == context.users["friend"]["server_token"], "another token")
        # PlexAPI tries no local addresses of other people's servers, so the address is given.
        url = context.servers[0]["url"]
        server = plexapi.server.PlexServer(url, found[0].accessToken, session=session, timeout=5)
        want(server.library.sections(), "no sections")
        want(not account_of(context, "stranger", session).resources(), "a stranger has servers")


def home_users(account):
    # `users()` asks for friends, which is another operation.
    elements = account.query(account.HOMEUSERS)
    users = account.findItems(elements, cls=MyPlexUser)
    return {user.title: user for user in users}


@check("plexapi")
def home_switch(context):
    with context.app() as session:
        account = account_of(context, "owner", session)
        users = home_users(account)
        want({HOME_USER[0], MANAGED} < set(users), f"users {sorted(users)}")
        want(users[HOME_USER[0]].protected is True, "the PIN is not told")
        managed = account.switchHomeUser(users[MANAGED])
        want(managed.title == MANAGED, f"switched to {managed.title!r}")
        want(managed.restricted is True, "the managed user is not restricted")
        raises(
            plexapi.exceptions.Unauthorized,
            lambda: account.switchHomeUser(users[HOME_USER[0]]),
        )
        adult = account.switchHomeUser(users[HOME_USER[0]], HOME_USER[1])
        want(adult.title == HOME_USER[0], f"switched to {adult.title!r}")
        server = adult.resource(context.servers[0]["name"])
        want(server.accessToken == context.users["home"]["server_token"], "another token")


@check("plexapi")
def shared_with(context):
    with context.app() as session:
        account = account_of(context, "owner", session)
        user = home_users(account)[HOME_USER[0]]
        token = user.get_token(context.servers[0]["machine_identifier"])
        want(token == context.users["home"]["server_token"], "another token")


if __name__ == "__main__":
    said = started(arguments(__doc__).parse_args().serve_json)
    patch(said["plex_tv"])
    status = check.run(Context(said))
    sys.exit(status)
