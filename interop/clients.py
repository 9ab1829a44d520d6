#!/usr/bin/env python3
"""Drive two Python clients against a running `plexctl serve` and say what works.

Needs the packages of requirements.txt and the JSON line which
`plexctl serve --json` prints, saved in a file. Nothing leaves the machine.
"""

import json
import os
import sys
import tempfile
import threading

from checks import Checks, arguments, started, want

import plexapi.exceptions
import plexapi.server
import requests
from plex_api_client import PlexAPI, utils
from plex_api_client.models import errors

WRONG_TOKEN = "no-such-token-7f3a"
check = Checks()


class Context:
    """The server under test; clients are made on demand, so each check stands alone."""

    def __init__(self, said):
        server = said["servers"][0]
        self.url = server["url"]
        self.machine_identifier = server["machine_identifier"]
        self.users = said["users"]
        self.owner = self.token_of("owner")

    def token_of(self, kind):
        for user in self.users:
            if user["kind"] == kind:
                return user["token"]
        raise AssertionError(f"the server offers no user of kind {kind}")

    def server_token_of(self, kind):
        """What everyone but the owner needs at a server instead of the account's token."""
        return next(user["server_token"] for user in self.users if user["kind"] == kind)

    def plexapi(self, token=None):
        return plexapi.server.PlexServer(self.url, token or self.owner, timeout=10)

    def section(self, kind):
        for section in self.plexapi().library.sections():
            if section.type == kind:
                return section
        raise AssertionError(f"no section of type {kind}")

    def typed(self, token=None):
        return PlexAPI(
            token=token or self.owner,
            server_url=self.url,
            client_identifier="plexctl-interop",
            product="plexctl interop",
            timeout_ms=10_000,
            # The client would otherwise retry a dead connection for minutes.
            retry_config=utils.RetryConfig("none", utils.BackoffStrategy(1, 1, 1, 1), False),
        )

    def typed_sections(self):
        answer = self.typed().library.get_sections()
        return answer.object.media_container.directory or []

    def typed_section(self, kind):
        for section in self.typed_sections():
            if section.type.value == kind:
                return section
        raise AssertionError(f"no section of type {kind}")


# --- PlexAPI: XML, untyped ---------------------------------------------------


@check("plexapi")
def plexapi_connect(context):
    server = context.plexapi()
    want(
        server.machineIdentifier == context.machine_identifier,
        f"machineIdentifier {server.machineIdentifier!r}",
    )
    want(server.friendlyName, "no friendlyName")
    want(server.version, "no version")
    want(server.myPlex is not None, "no myPlex")


@check("plexapi")
def plexapi_identity(context):
    identity = context.plexapi().identity()
    want(identity.machineIdentifier == context.machine_identifier, "another machineIdentifier")
    want(identity.claimed is True, f"claimed is {identity.claimed!r}")


@check("plexapi")
def plexapi_alert_listener(context):
    # The server tells of something a few times a second.
    heard, failed, enough = [], [], threading.Event()

    def callback(data):
        heard.append(data)
        if {"playing", "timeline", "activity"} <= {data["type"] for data in heard}:
            enough.set()

    listener = context.plexapi().startAlertListener(callback, failed.append)
    try:
        enough.wait(20)
    finally:
        listener.stop()
        # Its library looks every ten seconds.
        listener.join(25)
    want(not failed, f"the listener failed: {failed}")
    kinds = sorted({data["type"] for data in heard})
    want(enough.is_set(), f"only {kinds} were heard")
    want(not listener.is_alive(), "the listener does not end")
    playing = next(data for data in heard if data["type"] == "playing")
    session = playing["PlaySessionStateNotification"][0]
    want(playing["size"] == 1, f"size {playing['size']!r}")
    want(session["state"] in ("playing", "paused", "stopped"), f"state {session['state']!r}")
    item = context.plexapi().fetchItem(session["key"])
    want(item.ratingKey == int(session["ratingKey"]), "the item is another one")


@check("plexapi")
def plexapi_event_stream(context):
    headers = {"X-Plex-Token": context.owner, "Accept": "text/event-stream"}
    path = f"{context.url}/:/eventsource/notifications?filters=playing"
    with requests.get(path, headers=headers, stream=True, timeout=20) as answer:
        want(answer.status_code == 200, f"status {answer.status_code}")
        lines = answer.iter_lines(decode_unicode=True)
        name = next(line for line in lines if line.startswith("event: "))
        data = next(lines).removeprefix("data: ")
    want(name == "event: playing", f"{name!r}")
    want("state" in json.loads(data)["PlaySessionStateNotification"], f"data {data!r}")


@check("plexapi")
def plexapi_create_token(context):
    token = context.plexapi().createToken()
    want(isinstance(token, str), f"token is {token!r}")
    want(token.startswith("transient-"), "token does not start with transient-")


@check("plexapi")
def plexapi_connect_with_transient_token(context):
    server = context.plexapi(context.plexapi().createToken())
    want(server.machineIdentifier == context.machine_identifier, "another machineIdentifier")
    want(server.library.sections(), "no sections with a transient token")


@check("plexapi")
def plexapi_sections(context):
    sections = context.plexapi().library.sections()
    types = {section.type for section in sections}
    want({"movie", "show"} <= types, f"section types {sorted(types)}")
    for section in sections:
        want(isinstance(section.key, int), f"section key {section.key!r}")
        want(section.title and section.uuid and section.agent, f"section {section.key} is bare")
    want(len({section.key for section in sections}) == len(sections), "section keys repeat")


@check("plexapi")
def plexapi_movies(context):
    movies = context.section("movie").all()
    want(len(movies) > 0, "no movies")
    for movie in movies:
        want(movie.type == "movie", f"type {movie.type!r}")
        want(movie.title, f"movie {movie.ratingKey} has no title")
        want(isinstance(movie.ratingKey, int), f"ratingKey {movie.ratingKey!r}")
        want(movie.key == f"/library/metadata/{movie.ratingKey}", f"key {movie.key!r}")
        want(
            isinstance(movie.year, int) and 1870 < movie.year < 2200,
            f"year {movie.year!r} of {movie.title}",
        )
    want(len({movie.ratingKey for movie in movies}) == len(movies), "rating keys repeat")


@check("plexapi")
def plexapi_movies_paged(context):
    section = context.section("movie")
    whole = [movie.ratingKey for movie in section.all()]
    want(len(whole) > 2, f"{len(whole)} movies cannot show paging")
    paged = [movie.ratingKey for movie in section.all(container_size=2)]
    want(paged == whole, f"pages of two give {paged}, the whole is {whole}")
    later = [movie.ratingKey for movie in section.all(container_start=1, container_size=2)]
    want(later == whole[1:], f"from the second on: {later}, the whole is {whole}")
    beyond = section.all(container_start=9999)
    want(len(beyond) == 0, f"{len(beyond)} items beyond the end")


@check("plexapi")
def plexapi_section_total(context):
    section = context.section("movie")
    want(section.totalSize == len(section.all()), f"totalSize {section.totalSize}")


@check("plexapi")
def plexapi_fetch_item(context):
    listed = context.section("movie").all()[0]
    item = context.plexapi().fetchItem(listed.ratingKey)
    want(item.ratingKey == listed.ratingKey, f"ratingKey {item.ratingKey!r}")
    want(item.title == listed.title and item.year == listed.year, "another title or year")
    want(item.guid == listed.guid, f"guid {item.guid!r}, listed {listed.guid!r}")
    item.reload()
    want(item.title == listed.title, "another title after reload")


@check("plexapi")
def plexapi_fetch_many(context):
    keys = [movie.ratingKey for movie in context.section("movie").all()][:3][::-1]
    got = [movie.ratingKey for movie in context.plexapi().fetchItems(keys)]
    want(got == keys, f"asked for {keys}, got {got}")


@check("plexapi")
def plexapi_unknown_item(context):
    try:
        context.plexapi().fetchItem(987654321)
    except plexapi.exceptions.NotFound:
        return
    raise AssertionError("an unknown rating key was answered")


@check("plexapi")
def plexapi_shows(context):
    shows = context.section("show").all()
    want(len(shows) > 0, "no shows")
    for show in shows:
        want(show.type == "show" and show.title, f"show {show.ratingKey} is {show.title!r}")
    want(any(show.seasons() for show in shows), "no show has a season")
    want(any(show.episodes() for show in shows), "no show has an episode")


def titles_of(items):
    return [item.title for item in items]


@check("plexapi")
def plexapi_search_operators(context):
    section = context.section("movie")
    whole = section.all()
    for field, operator, value, fits in [
        ("title", "", "blues", lambda movie: "blues" in movie.title.lower()),
        ("title", "=", "sintel", lambda movie: movie.title.lower() == "sintel"),
        ("title", "!", "the", lambda movie: "the" not in movie.title.lower()),
        ("title", "!=", "sintel", lambda movie: movie.title.lower() != "sintel"),
        ("title", "<", "the ge", lambda movie: movie.title.lower().startswith("the ge")),
        ("title", ">", "dead", lambda movie: movie.title.lower().endswith("dead")),
        ("studio", "=", "Blender Foundation", lambda movie: movie.studio == "Blender Foundation"),
        ("year", "", 1963, lambda movie: movie.year == 1963),
        ("year", "!", 1963, lambda movie: movie.year != 1963),
        ("year", ">>", 1963, lambda movie: movie.year > 1963),
        ("year", "<<", 1963, lambda movie: movie.year < 1963),
        ("rating", ">>", 7.5, lambda movie: movie.rating > 7.5),
        ("decade", "", 1920, lambda movie: movie.year // 10 == 192),
        ("contentRating", "", "PG-13", lambda movie: movie.contentRating == "PG-13"),
        ("genre", "", "Horror", lambda movie: "Horror" in titles_of_tags(movie.genres)),
        ("genre", "!", "Horror", lambda movie: "Horror" not in titles_of_tags(movie.genres)),
        ("director", "", "Fritz Lang", lambda movie: "Fritz Lang" in titles_of_tags(movie.directors)),
        ("unwatched", "", True, lambda movie: not movie.isPlayed),
        ("unwatched", "!", True, lambda movie: movie.isPlayed),
        ("originallyAvailableAt", ">>", "2009-01-01", lambda movie: movie.year >= 2009),
        ("addedAt", ">>", "1s", lambda movie: False),
        ("addedAt", "<<", "1s", lambda movie: True),
    ]:
        expected = titles_of(movie for movie in whole if fits(movie))
        got = titles_of(section.search(filters={field + operator: value}))
        want(got == expected, f"{field}{operator} {value!r}: {got}, not {expected}")


def titles_of_tags(tags):
    return [tag.tag for tag in tags]


@check("plexapi")
def plexapi_search_groups(context):
    section = context.section("movie")
    filters = {
        "and": [
            {"year>>": 1921},
            {
                "or": [
                    {"title": "blues"},
                    {"and": [{"genre": "Horror"}, {"year<<": 1930}]},
                    {"director": ["Buster Keaton", "Stanley Donen"]},
                ]
            },
        ]
    }
    got = titles_of(section.search(filters=filters, sort="year:desc"))
    expected = ["Sita Sings the Blues", "Charade", "The General", "Nosferatu"]
    want(got == expected, f"{got}, not {expected}")
    got = titles_of(section.search(filters={"or": [{"genre": "Horror"}, {"genre": "Drama"}]}))
    want(got == ["Metropolis", "Night of the Living Dead", "Nosferatu"], f"or: {got}")
    # All of several tags, by the same name twice.
    got = titles_of(section.search(filters={"genre&": ["Animation", "Fantasy"]}))
    want(got == ["Sintel", "Sita Sings the Blues"], f"two genres: {got}")


@check("plexapi")
def plexapi_search_scopes(context):
    section = context.section("show")
    got = titles_of(
        section.search(
            libtype="episode",
            filters={"and": [{"show.title": "Hillbillies"}, {"season.index": 2}]},
            sort="episode.originallyAvailableAt:desc",
        )
    )
    want(got == ["Hair-Raising Holiday", "Jed Gets the Misery"], f"episodes: {got}")
    got = titles_of(section.search(filters={"episode.title": "beryl"}))
    want(got == ["Sherlock Holmes"], f"shows by their episodes: {got}")
    got = titles_of(section.search(libtype="season", filters={"group": "title"}))
    want(got == ["Season 1", "Season 2"], f"seasons, each title once: {got}")


@check("plexapi")
def plexapi_search_sorts(context):
    section = context.section("movie")
    for sort, key in [
        ("year", lambda movie: movie.year),
        ("rating", lambda movie: movie.rating),
        ("addedAt", lambda movie: movie.addedAt),
        ("duration", lambda movie: movie.duration),
    ]:
        for direction in ("asc", "desc"):
            got = [key(movie) for movie in section.search(sort=f"{sort}:{direction}")]
            want(got == sorted(got, reverse=direction == "desc"), f"{sort}:{direction}: {got}")
    got = titles_of(section.search(sort=["year:desc", "titleSort:desc"], limit=4, maxresults=4))
    want(
        got == ["Tears of Steel", "Sintel", "Sita Sings the Blues", "Big Buck Bunny"],
        f"two orders: {got}",
    )


@check("plexapi")
def plexapi_filter_choices(context):
    section = context.section("movie")
    choices = [choice.title for choice in section.listFilterChoices("genre")]
    want("Horror" in choices and choices == sorted(choices), f"genres {choices}")
    for choice in section.listFilterChoices("year"):
        want(choice.key == choice.title and choice.key.isdigit(), f"year {choice.key!r}")
    want(section.collections() == [], "there are collections")


# What these make they delete again, so that each check stands alone.


@check("plexapi")
def plexapi_collection(context):
    section = context.section("movie")
    movies = section.all()
    collection = section.createCollection("Interop", items=movies[:2])
    try:
        want(collection.childCount == 2, f"childCount {collection.childCount}")
        years = [movie.year for movie in movies[:2]]
        want((collection.minYear, collection.maxYear) == (min(years), max(years)), "years")
        want(titles_of(section.collections()) == ["Interop"], "it is not listed")
        tagged = context.plexapi().fetchItem(movies[0].ratingKey)
        want(titles_of_tags(tagged.collections) == ["Interop"], f"tags {tagged.collections}")
        collection.addItems(movies[2])
        want(len(collection.reload().items()) == 3, "an item was not added")
        collection.moveItem(movies[2])
        want(collection.reload().items()[0] == movies[2], "it did not move to the front")
        want(collection.collectionSort == 2, f"collectionSort {collection.collectionSort}")
        collection.moveItem(movies[2], after=collection.items()[1])
        want(collection.reload().items()[1] == movies[2], "it did not move behind")
        collection.removeItems(movies[2])
        want(movies[2] not in collection.reload().items(), "an item was not removed")
        for word, number in [("hide", 0), ("showItems", 2), ("default", -1)]:
            collection.modeUpdate(mode=word)
            mode = collection.reload().collectionMode
            want(mode == number, f"mode {word} is {mode}")
        collection.sortUpdate(sort="alpha")
        want(collection.reload().collectionSort == 1, "sort")
        collection.editTitle("Renamed").editSummary("About").reload()
        want((collection.title, collection.summary) == ("Renamed", "About"), "edits")
        want({field.name for field in collection.fields} >= {"title", "summary"}, "locks")
    finally:
        collection.delete()
    want(section.collections() == [], "it was not deleted")


@check("plexapi")
def plexapi_smart_collection(context):
    section = context.section("movie")
    filters = {"year>>": 1950, "genre": "Horror"}
    expected = titles_of(section.search(filters=filters, sort="year:desc"))
    collection = section.createCollection(
        "Smart", smart=True, limit=5, sort="year:desc", filters=filters
    )
    try:
        want(collection.smart, "it is not smart")
        want(titles_of(collection.items()) == expected, f"{titles_of(collection.items())}")
        read = collection.filters()
        want(read["sort"] == ["movie.year:desc"] and read["limit"] == 5, f"filters {read}")
        collection.updateFilters(limit=1, sort="year", filters={"year<<": 1950})
        want(len(collection.reload().items()) == 1, "the new filter")
    finally:
        collection.delete()


@check("plexapi")
def plexapi_playlist(context):
    server = context.plexapi()
    episodes = context.section("show").all()[0].episodes()[:3]
    playlist = server.createPlaylist("Interop", items=episodes)
    try:
        want(playlist.guid.startswith("com.plexapp.agents.none://"), f"guid {playlist.guid!r}")
        want(playlist.composite.startswith(f"/playlists/{playlist.ratingKey}/composite/"), "composite")
        want(playlist.duration >= sum(item.duration for item in episodes), "duration")
        want(playlist.items() == episodes, "other items")
        playlist.moveItem(episodes[2])
        want(playlist.reload().items() == [episodes[2], *episodes[:2]], "to the front")
        playlist.moveItem(episodes[2], after=episodes[0])
        want(playlist.reload().items()[1] == episodes[2], "behind")
        playlist.removeItems(episodes[0])
        playlist.addItems(episodes[0])
        want(playlist.reload().items()[-1] == episodes[0], "at the end")
        playlist.editTitle("Renamed")
        want(server.playlist("Renamed").ratingKey == playlist.ratingKey, "by its title")
        want(titles_of(server.playlists(sort="mediaCount:asc")) == ["Renamed"], "the list")
        want(context.plexapi(context.server_token_of("friend")).playlists() == [], "a friend sees it")
    finally:
        playlist.delete()
    want(server.playlists() == [], "it was not deleted")


@check("plexapi")
def plexapi_smart_playlist(context):
    server = context.plexapi()
    section = context.section("movie")
    playlist = server.createPlaylist(
        "Smart", smart=True, section=section, limit=3, sort="year", filters={"year>>": 1930}
    )
    try:
        expected = titles_of(section.search(filters={"year>>": 1930}, sort="year", limit=3, maxresults=3))
        want(titles_of(playlist.items()) == expected, f"{titles_of(playlist.items())}")
        want(playlist.smart and playlist.filters()["limit"] == 3, f"filters {playlist.filters()}")
    finally:
        playlist.delete()


@check("plexapi")
def plexapi_play_queue(context):
    server = context.plexapi()
    movies = context.section("movie").all()
    queue = server.createPlayQueue(movies[:4], startItem=movies[1])
    want([item.ratingKey for item in queue.items] == [movie.ratingKey for movie in movies[:4]], "items")
    want(queue.selectedItem.ratingKey == movies[1].ratingKey, "another one is selected")
    want(queue.playQueueShuffled is False, "it is shuffled")
    version = queue.playQueueVersion
    queue.addItem(movies[4])
    want(queue.playQueueLastAddedItemID == queue.items[2].playQueueItemID, "the last added one")
    want(queue.playQueueVersion == version + 1, f"version {queue.playQueueVersion}")
    last = queue.playQueueLastAddedItemID
    queue.addItem(movies[5], playNext=True)
    want(queue.items[2].ratingKey == movies[5].ratingKey, "it does not play next")
    want(queue.playQueueLastAddedItemID == last, "what plays next counts as added last")
    moved = queue.items[-1]
    queue.moveItem(moved, refresh=False)
    want(queue.items[0] == moved, "it did not move to the front")
    queue.moveItem(moved, after=queue.items[2])
    want(queue.playQueueLastAddedItemID == moved.playQueueItemID, "the moved one is not the last")
    queue.removeItem(moved)
    want(moved not in queue.items, "it was not removed")
    queue.clear()
    want(len(queue.items) == 1, f"{len(queue.items)} items after clear")
    artist = context.section("artist").all()[0]
    shuffled = server.createPlayQueue(artist, shuffle=1)
    want(shuffled.playQueueShuffled is True and len(shuffled.items) > 1, "an artist, shuffled")


@check("plexapi")
def plexapi_edits(context):
    movie = context.section("movie").all()[0]
    title, summary = movie.title, movie.summary
    try:
        movie.editTitle("Edited").editSummary("Of late").addGenre("A, b/c?&=").reload()
        want((movie.title, movie.summary) == ("Edited", "Of late"), "edits")
        want("A, b/c?&=" in titles_of_tags(movie.genres), f"genres {movie.genres}")
        want({"title", "summary", "genre"} == {field.name for field in movie.fields}, "locks")
        movie.removeGenre("A, b/c?&=", locked=False).editTagline("x").editTagline("").reload()
        want("A, b/c?&=" not in titles_of_tags(movie.genres), f"genres {movie.genres}")
        want(movie.tagline is None, f"tagline {movie.tagline!r}")
    finally:
        movie.editTitle(title, locked=False).editSummary(summary, locked=False)
        movie.editTagline("", locked=False).reload()
    want(movie.title == title and not movie.fields, f"fields {movie.fields}")
    friend = context.plexapi(context.server_token_of("friend"))
    try:
        friend.fetchItem(movie.ratingKey).editTitle("No")
    except plexapi.exceptions.BadRequest:
        return
    raise AssertionError("a friend edits")


@check("plexapi")
def plexapi_marks(context):
    show = context.section("show").get("Sherlock Holmes")
    show.markPlayed()
    show.reload()
    want(show.viewedLeafCount == 3, f"viewedLeafCount {show.viewedLeafCount}")
    want(all(episode.isPlayed for episode in show.episodes()), "an episode is not played")
    want(show.unwatched() == [] and len(show.watched()) == 3, "watched() and unwatched()")
    show.markUnplayed()
    show.reload()
    want(show.viewedLeafCount == 0 and not show.viewCount, f"still {show.viewedLeafCount} played")
    want(context.plexapi().history() == [], "marking made history")


@check("plexapi")
def plexapi_progress(context):
    server, section = context.plexapi(), context.section("movie")
    movie = section.get("Charade")
    movie.updateProgress(600_000)
    movie.reload()
    want(movie.viewOffset == 600_000, f"viewOffset {movie.viewOffset}")
    for name, items in [
        ("onDeck", server.library.onDeck()),
        ("section onDeck", section.onDeck()),
        ("continueWatching", server.continueWatching()),
        ("section continueWatching", section.continueWatching()),
    ]:
        want(movie in items, f"{name}: {items}")
    movie.removeFromContinueWatching()
    want(movie not in server.continueWatching(), "it is still offered")
    movie.markUnplayed()
    movie.reload()
    want(not movie.viewOffset, f"viewOffset {movie.viewOffset}")


@check("plexapi")
def plexapi_rates(context):
    movie = context.section("movie").get("Sintel")
    movie.rate(7.5)
    movie.reload()
    want(movie.userRating == 7.5 and movie.lastRatedAt, f"userRating {movie.userRating}")
    friends = context.plexapi(context.server_token_of("friend")).fetchItem(movie.ratingKey)
    want(friends.userRating is None, "a friend rates alike")
    movie.rate(None)
    movie.reload()
    want(movie.userRating is None, f"userRating {movie.userRating}")


@check("plexapi")
def plexapi_plays(context):
    server = context.plexapi()
    movie = context.section("movie").get("Nosferatu")
    movie.updateTimeline(700_000, state="playing", duration=movie.duration)
    playing = [session for session in server.sessions() if session.ratingKey == movie.ratingKey]
    want(len(playing) == 1, f"sessions {playing}")
    want(playing[0].viewOffset == 700_000, f"viewOffset {playing[0].viewOffset}")
    want(playing[0].player.state == "playing", f"state {playing[0].player.state}")
    want(playing[0].usernames, "nobody plays it")
    movie.updateTimeline(movie.duration, state="stopped", duration=movie.duration)
    want(movie not in server.sessions(), "it is played on")
    movie.reload()
    want(movie.viewCount == 1 and not movie.viewOffset, f"viewCount {movie.viewCount}")
    entries = movie.history()
    want(len(entries) == 1 and entries[0].viewedAt, f"history {entries}")
    want(entries[0].accountID == 1, f"accountID {entries[0].accountID}")
    entries[0].delete()
    want(movie.history() == [], "the entry is still there")
    movie.markUnplayed()


@check("plexapi")
def plexapi_hubs_and_search(context):
    server, section = context.plexapi(), context.section("movie")
    for hubs in (server.library.hubs(), section.hubs()):
        want(hubs and all(hub.title and hub.hubIdentifier for hub in hubs), f"hubs {hubs}")
    newest = section.recentlyAdded()
    want(newest and newest[0].title == "Tears of Steel", f"recently added {newest}")
    want(server.library.recentlyAdded(), "nothing came in lately")
    found = [item.title for item in server.search("bunny", mediatype="movie")]
    want(found == ["Big Buck Bunny"], f"search {found}")
    people = [tag.tag for tag in server.search("hepburn", mediatype="actor")]
    want(people == ["Audrey Hepburn"], f"actors {people}")
    want(server.transcodeSessions() == [], "something is converted")


@check("plexapi")
def plexapi_wrong_token(context):
    try:
        context.plexapi(WRONG_TOKEN)
    except plexapi.exceptions.Unauthorized:
        return
    raise AssertionError("a wrong token was let in")


@check("plexapi")
def plexapi_settings(context):
    server = context.plexapi()
    window = server.settings.get("OnDeckWindow")
    want(window.type == "int" and window.group == "library", f"{window.type} of {window.group}")
    before = server.settings.get("autoEmptyTrash").value
    window.set(99)
    server.settings.get("autoEmptyTrash").set(not before)
    server.settings.save()
    after = context.plexapi().settings
    want(after.get("OnDeckWindow").value == 99, f"OnDeckWindow {after.get('OnDeckWindow').value!r}")
    want(after.get("autoEmptyTrash").value is not before, "autoEmptyTrash did not change")


@check("plexapi")
def plexapi_butler(context):
    server = context.plexapi()
    names = [task.name for task in server.butlerTasks()]
    want("CleanOldBundles" in names, f"tasks {names}")
    server.runButlerTask("CleanOldBundles")
    running = [activity.type for activity in server.activities]
    want("butler.CleanOldBundles" in running, f"activities {running}")


@check("plexapi")
def plexapi_accounts_and_devices(context):
    server = context.plexapi()
    accounts = server.systemAccounts()
    want(accounts[1].id == 1 and accounts[-1].defaultAudioLanguage == "en", f"accounts {accounts}")
    want(accounts[-1].subtitleMode == 0 and accounts[-1].thumb == "", f"{accounts[-1].thumb!r}")
    want(len(server.systemDevices()) >= 1, "no devices")
    want("com.plexapp.agents.imdb" in [agent.identifier for agent in server.agents()], "no agent")
    want(server.checkForUpdate() is None, "there is an update")


@check("plexapi")
def plexapi_browse(context):
    server = context.plexapi()
    top = server.browse()
    want(top and all(path.key for path in top), f"{top}")
    want(server.isBrowsable("/data/movies"), "/data/movies cannot be browsed")
    want(not server.isBrowsable("/data/nothing"), "/data/nothing can be browsed")
    found = [path for path, _, _ in server.walk("/data")]
    want("/data/movies" in found, f"{found}")


@check("plexapi")
def plexapi_sections_come_and_go(context):
    library = context.plexapi().library
    kind = {"type": "movie", "agent": "tv.plex.agents.movie", "scanner": "Plex Movie"}
    for location in ("/nowhere", ""):
        try:
            library.add(name="Fail", location=location, **kind)
        except plexapi.exceptions.BadRequest:
            continue
        raise AssertionError(f"a section was made of {location!r}")
    library.add(name="Clips", location="/data/more", language="en-US", **kind)
    section = context.plexapi().library.section("Clips")
    section.edit(name="Films", agent=section.agent)
    section = context.plexapi().library.section("Films")
    try:
        section.editAdvanced(hidden=1)
        settings = {setting.id: setting.value for setting in section.settings()}
        want(settings["hidden"] == 1, f"hidden {settings['hidden']}")
        want(section.totalSize == 0, f"{section.totalSize} items")
        timeline = section.timeline()
        want(timeline.updateQueueSize == 0, f"{timeline.updateQueueSize} wait")
        section.update()
        section.emptyTrash()
    finally:
        section.delete()
    titles = titles_of(context.plexapi().library.sections())
    want("Films" not in titles, f"sections {titles}")


@check("plexapi")
def plexapi_pictures(context):
    server = context.plexapi()
    movie = context.section("movie").all()[0]
    answer = requests.get(movie.thumbUrl, timeout=10)
    want(answer.headers["Content-Type"] == "image/png", f"{answer.headers}")
    small = requests.get(server.transcodeImage(movie.thumb, height=90, width=60), timeout=10)
    width = int.from_bytes(small.content[16:20], "big")
    want(width == 60, f"{width} pixels across")
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        file.write(small.content)
        file.flush()
        movie.uploadPoster(filepath=file.name)
    posters = movie.posters()
    chosen = [poster.ratingKey for poster in posters if poster.selected]
    want(chosen and chosen[0].startswith("upload://"), f"chosen {chosen}")
    movie.reload()
    want(requests.get(movie.thumbUrl, timeout=10).content == small.content, "another picture")
    posters[0].select()
    want(movie.posters()[0].selected, "the first poster was not chosen")


@check("plexapi")
def plexapi_download(context):
    track = next(iter(context.section("artist").searchTracks()))
    with tempfile.TemporaryDirectory() as folder:
        paths = track.download(folder)
        size = os.path.getsize(paths[0])
    want(size == track.media[0].parts[0].size, f"{size} bytes")


@check("plexapi")
def plexapi_stream(context):
    movie = context.section("movie").all()[0]
    answer = requests.get(movie.getStreamURL(), timeout=10)
    want(answer.status_code == 200 and answer.text.startswith("#EXTM3U"), f"{answer.status_code}")


# --- plex-api-client: JSON, validated by pydantic ----------------------------


def refused(call, statuses):
    try:
        call()
    except errors.PlexAPIError as error:
        want(error.status_code in statuses, f"status {error.status_code}: {error}")
        return
    raise AssertionError("the call was answered")


def source_of(context, token):
    return context.typed(token).general.get_source_connection_information(
        request={"source": f"server://{context.machine_identifier}"}
    )


@check("plex-api-client")
def get_identity(context):
    body = context.typed().general.get_identity().object.media_container
    want(body.machine_identifier == context.machine_identifier, f"{body.machine_identifier!r}")
    want(body.version, "no version")
    want(body.claimed is True, f"claimed is {body.claimed!r}")


@check("plex-api-client")
def get_identity_without_token(context):
    client = PlexAPI(server_url=context.url, client_identifier="plexctl-interop", timeout_ms=10_000)
    body = client.general.get_identity().object.media_container
    want(body.machine_identifier == context.machine_identifier, f"{body.machine_identifier!r}")


@check("plex-api-client")
def get_server_info(context):
    answer = context.typed().general.get_server_info(request={})
    want(answer.status_code == 200, f"status {answer.status_code}")
    # Its model lacks the MediaContainer level, so the answer is read as sent.
    body = answer.raw_response.json()["MediaContainer"]
    want(body["machineIdentifier"] == context.machine_identifier, "another machineIdentifier")
    want(body["friendlyName"] and body["version"], "no friendlyName or version")


@check("plex-api-client")
def get_sections(context):
    sections = context.typed_sections()
    types = {section.type.value for section in sections}
    want({"movie", "show"} <= types, f"section types {sorted(types)}")
    for section in sections:
        want(isinstance(section.key, str) and section.key.isdigit(), f"key {section.key!r}")
        want(section.title and section.uuid and section.language, f"section {section.key} is bare")


@check("plex-api-client")
def list_content(context):
    key = context.typed_section("movie").key
    answer = context.typed().content.list_content(request={"section_id": key})
    body = answer.media_container_with_metadata.media_container
    movies = body.metadata or []
    want(len(movies) > 0, "no movies")
    for movie in movies:
        want(movie.type == "movie" and movie.title and movie.rating_key, f"item {movie.key}")
        want(isinstance(movie.year, int), f"year {movie.year!r} of {movie.title}")
    want(body.size == len(movies), f"size {body.size}, {len(movies)} items")


@check("plex-api-client")
def list_content_paged(context):
    key = context.typed_section("movie").key
    content, seen, total = context.typed().content, [], 1
    while len(seen) < total:
        page = {"x_plex_container_start": len(seen), "x_plex_container_size": 2}
        answer = content.list_content(request={"section_id": key, **page})
        body = answer.media_container_with_metadata.media_container
        items = body.metadata or []
        want(0 < len(items) <= 2, f"{len(items)} items on a page of two")
        want(body.offset == len(seen), f"offset {body.offset}, expected {len(seen)}")
        want(body.total_size, "no totalSize")
        seen, total = seen + [item.rating_key for item in items], body.total_size
    want(len(set(seen)) == total, f"pages of two give {seen}, totalSize {total}")
    # Left alone, this client asks for the first fifty.
    answer = content.list_content(request={"section_id": key})
    keys = [item.rating_key for item in answer.media_container_with_metadata.media_container.metadata]
    want(seen[:50] == keys, f"pages of two give {seen}, one page gives {keys}")


@check("plex-api-client")
def get_metadata_item(context):
    for kind in ("movie", "show"):
        section = context.typed_section(kind)
        listing = context.typed().content.list_content(request={"section_id": section.key})
        listed = listing.media_container_with_metadata.media_container.metadata[0]
        answer = context.typed().content.get_metadata_item(request={"ids": [listed.rating_key]})
        items = answer.media_container_with_metadata.media_container.metadata or []
        want(len(items) == 1, f"{len(items)} items")
        want(items[0].rating_key == listed.rating_key, f"ratingKey {items[0].rating_key!r}")
        want(items[0].title == listed.title, f"title {items[0].title!r}")


@check("plex-api-client")
def create_transient_token(context):
    answer = context.typed().general.create_transient_token(
        request={"media_type": "delegation", "scope": "all"}
    )
    token = answer.object.media_container.token
    want(isinstance(token, str) and token.startswith("transient-"), "token is not transient-…")
    sections = context.typed(token).library.get_sections().object.media_container.directory
    want(sections, "no sections with the new token")


@check("plex-api-client")
def get_source_connection_information(context):
    device = source_of(context, context.owner).object.media_container.device
    want(device is not None, "no Device")
    want(device.client_identifier == context.machine_identifier, f"{device.client_identifier!r}")
    want(device.name, "no name")
    want((device.access_token or "").startswith("transient-"), "accessToken is not transient-…")
    want(device.connection, "no Connection")
    for connection in device.connection:
        want(connection.uri and connection.address, f"connection {connection!r}")
        want(connection.protocol in ("http", "https"), f"protocol {connection.protocol!r}")
        want(isinstance(connection.port, int), f"port {connection.port!r}")
        want(isinstance(connection.local, bool), f"local {connection.local!r}")
    sections = context.typed(device.access_token).library.get_sections()
    want(sections.object.media_container.directory, "no sections with the device's token")


@check("plex-api-client")
def get_source_connection_information_as_friend(context):
    friend = context.token_of("friend")
    refused(lambda: source_of(context, friend), {401, 403})


@check("plex-api-client")
def wrong_token(context):
    refused(lambda: context.typed(WRONG_TOKEN).library.get_sections(), {401})
    refused(lambda: source_of(context, WRONG_TOKEN), {401, 403})


if __name__ == "__main__":
    sys.exit(check.run(Context(started(arguments(__doc__).parse_args().serve_json))))
