//! `plexctl login` and `plexctl logout`, against a Plex in a process of its own.

use crate::run::{Asked, Run, Served, config_dir, plexctl, post_form, unused_port};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// One person's folder, and commands that use it.
pub(crate) struct Home(PathBuf);

impl Home {
    pub(crate) fn new() -> Self {
        Self(config_dir())
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.0.join("plexctl")
    }

    pub(crate) fn plexctl(&self, args: &[&str]) -> Run {
        plexctl(args).config(&self.0)
    }

    #[track_caller]
    pub(crate) fn fine(&self, args: &[&str]) -> Asked {
        let asked = self.plexctl(args).run();
        asked.ended_with(0);
        asked
    }

    #[track_caller]
    pub(crate) fn json(&self, args: &[&str]) -> Value {
        let asked = self.fine(&[args, &["--json"]].concat());
        serde_json::from_str(&asked.out).unwrap()
    }

    /// Signs in as this kind of user, with four letters approved at the page.
    #[track_caller]
    pub(crate) fn sign_in(&self, plex: &Served, kind: &str, more: &[&str]) -> Asked {
        let args = ["login", "--link", "--json", "--plex-tv", plex.plex_tv()];
        let login = self.plexctl(&args).args(more).start();
        let told: Value = serde_json::from_str(&login.line).unwrap();
        assert_eq!(told["event"], "code");
        assert!(told["expires_in"].as_u64().unwrap() > 60, "{told}");
        let form = format!("code={}&user={kind}", told["code"].as_str().unwrap());
        assert_eq!(post_form(told["link_url"].as_str().unwrap(), &form), 200);
        let asked = login.end();
        asked.ended_with(0);
        asked
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Every secret that the embedded Plex told of, and those that a folder keeps.
pub(crate) fn secrets(plex: &Served, home: &Home) -> Vec<String> {
    let users = plex.line["users"].as_array().unwrap();
    let told = users.iter().flat_map(|user| {
        [
            "token",
            "server_token",
            "password",
            "home_pin",
            "verification_code",
        ]
        .into_iter()
        .filter_map(|name| user[name].as_str().map(str::to_owned))
    });
    let mut secrets: Vec<String> = told.collect();
    let kept = fs::read_to_string(home.folder().join("credentials.json")).unwrap_or_default();
    let kept: Value = serde_json::from_str(&kept).unwrap_or_default();
    for account in kept["accounts"].as_object().into_iter().flatten() {
        for name in ["token", "device_key", "jwt"] {
            secrets.extend(account.1[name].as_str().map(str::to_owned));
        }
    }
    secrets
}

#[track_caller]
pub(crate) fn holds_none(asked: &Asked, secrets: &[String]) {
    for secret in secrets {
        assert!(
            !asked.all().contains(secret.as_str()),
            "{secret} in {asked}"
        );
    }
}

fn is_private(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", path.display());
    }
}

#[test]
fn four_letters_approved_on_the_page_sign_in() {
    let (plex, home) = (Served::start(&[]), Home::new());
    let asked = home.sign_in(&plex, "owner", &["-vv"]);
    let last: Value = serde_json::from_str(asked.out.lines().last().unwrap()).unwrap();
    assert_eq!(last["event"], "signed_in");
    assert_eq!(last["account"], "olive.owner");
    assert_eq!(last["title"], "Olive Owner");
    let secrets = secrets(&plex, &home);
    assert!(secrets.len() > 10);
    holds_none(&asked, &secrets);
    is_private(&home.folder().join("credentials.json"));

    let asked = home.fine(&["auth", "status", "-vv"]);
    assert!(asked.out.contains("valid (account token"), "{asked}");
    holds_none(&asked, &secrets);
}

#[test]
fn a_browser_signs_in_at_the_printed_page() {
    let (plex, home) = (Served::start(&[]), Home::new());
    let login = home.plexctl(&["login", "--json", "--plex-tv", plex.plex_tv()]);
    let login = login.args(&["--name", "mine"]).start();
    let told: Value = serde_json::from_str(&login.line).unwrap();
    let page = told["auth_url"].as_str().unwrap();
    let (page, query) = page.split_once("#?").unwrap();
    assert_eq!(page, format!("{}/auth", plex.plex_tv()));
    assert_eq!(post_form(page, &format!("{query}&user=friend")), 200);
    let asked = login.end();
    asked.ended_with(0);
    assert!(asked.out.contains(r#""account":"mine""#), "{asked}");
    assert_eq!(home.json(&["auth", "status"])["account"]["name"], "mine");
}

#[test]
fn a_device_key_signs_in_and_its_token_expires_at_a_known_time() {
    let (plex, home) = (Served::start(&[]), Home::new());
    let signed_in = home.sign_in(&plex, "owner", &["--jwt", "-vv"]);
    let secrets = secrets(&plex, &home);
    holds_none(&signed_in, &secrets);
    home.fine(&["use", "Attic"]);
    let status = home.json(&["auth", "status"]);
    assert_eq!(status["account"]["token_kind"], "JWT");
    assert!(status["account"]["jwt_expires_at"].is_i64(), "{status}");
    assert_eq!(status["server"]["token"], "valid");
    home.fine(&["logout"]);
    home.plexctl(&["auth", "status"]).run().ended_with(3);
}

#[test]
fn a_password_comes_from_stdin_and_is_never_shown() {
    let (plex, home) = (Served::start(&[]), Home::new());
    let friend = plex.user("friend");
    let [login, password] = ["username", "password"].map(|name| friend[name].as_str().unwrap());
    let command = ["login", "--password", "-vv", "--plex-tv", plex.plex_tv()];
    let wrong = home
        .plexctl(&command)
        .stdin(&format!("{login}\nwr0ng-pass\n"));
    let wrong = wrong.run();
    wrong.ended_with(3);
    assert!(wrong.err.contains("password is wrong"), "{wrong}");
    assert!(!wrong.all().contains("wr0ng-pass"), "{wrong}");

    // This account has a second factor.
    let code = friend["verification_code"].as_str().unwrap();
    let wrong = home.plexctl(&command);
    let wrong = wrong.stdin(&format!("{login}\n{password}\n000000\n")).run();
    wrong.ended_with(3);
    assert!(wrong.err.contains("second factor"), "{wrong}");
    let asked = home.plexctl(&command);
    let asked = asked.stdin(&format!("{login}\n{password}\n{code}\n")).run();
    asked.ended_with(0);
    assert!(asked.out.contains("Signed in as Fred Friend"), "{asked}");
    holds_none(&asked, &secrets(&plex, &home));

    let silent = home.plexctl(&command).run();
    silent.ended_with(2);
    assert!(silent.err.contains("no answer"), "{silent}");
}

#[test]
fn a_sign_in_goes_over_tls_where_the_authority_is_trusted() {
    let home = Home::new();
    fs::create_dir_all(home.folder()).unwrap();
    let ca = home.folder().join("ca.pem");
    let ca = ca.to_str().unwrap();
    let plex = Served::start(&["--tls", "--ca-file", ca]);
    let url = plex.line["plex_tv_https"].as_str().unwrap();
    assert_eq!(url, plex.plex_tv().replace("http://", "https://"));
    let owner = plex.user("owner");
    let [login, password] = ["username", "password"].map(|name| owner[name].as_str().unwrap());
    let sign_in = |trusted: &[&str]| {
        let command = ["login", "--password", "--plex-tv", url];
        let command = home.plexctl(&command).args(trusted);
        command.stdin(&format!("{login}\n{password}\n")).run()
    };
    let untrusted = sign_in(&[]);
    untrusted.ended_with(5);
    assert!(untrusted.err.contains("TLS"), "{untrusted}");
    sign_in(&["--ca-file", ca]).ended_with(0);
    let status = home.json(&["auth", "status", "--ca-file", ca]);
    assert_eq!(status["account"]["plex_tv"], url);
    assert_eq!(status["account"]["token"], "valid");
}

#[test]
#[cfg(unix)]
fn a_signal_ends_a_sign_in_and_keeps_nothing() {
    let (plex, home) = (Served::start(&[]), Home::new());
    for (signal, ignored) in [("-INT", false), ("-INT", true), ("-TERM", true)] {
        let login = home.plexctl(&["login", "--link", "--json", "--plex-tv", plex.plex_tv()]);
        let login = if ignored {
            login.ignoring_interrupts()
        } else {
            login
        };
        let login = login.start();
        login.signal(signal);
        let asked = login.end();
        asked.ended_with(1);
        assert!(!asked.out.contains("signed_in"), "{asked}");
        let message = asked.error()["message"].to_string();
        assert!(message.contains("stopped before"), "{asked}");
    }
    home.plexctl(&["auth", "status"]).run().ended_with(3);
}

#[test]
fn a_sign_in_that_nobody_approves_ends_with_its_code() {
    let (plex, home) = (Served::start(&["--pin-lifetime", "2s"]), Home::new());
    for how in [&["--link"][..], &["--no-browser"], &["--jwt", "--link"]] {
        let command = ["login", "--plex-tv", plex.plex_tv(), "--json"];
        let asked = home.plexctl(&[&command, how].concat()).run();
        asked.ended_with(9);
        assert_eq!(asked.error()["kind"], "not_approved");
        let message = asked.error()["message"].to_string();
        assert!(message.contains("nobody approved the sign-in"), "{asked}");
        assert!(!asked.out.contains("signed_in"), "{asked}");
    }
    home.plexctl(&["auth", "status"]).run().ended_with(3);
}

#[test]
#[cfg(target_os = "linux")]
fn without_a_keyring_the_file_is_used_and_told_of() {
    let (plex, home) = (Served::start(&[]), Home::new());
    let no_bus = |run: Run| run.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    let password = |store: &str| {
        let friend = plex.user("friend");
        let typed = ["username", "password", "verification_code"]
            .map(|name| friend[name].as_str().unwrap())
            .join("\n");
        let login = [
            "login",
            "--password",
            "--plex-tv",
            plex.plex_tv(),
            "--store",
        ];
        let login = home.plexctl(&login).args(&[store]);
        no_bus(login.stdin(&format!("{typed}\n"))).run()
    };
    let asked = password("keyring");
    asked.ended_with(1);
    assert!(asked.err.contains("the keyring cannot be used"), "{asked}");
    assert!(asked.err.contains("--store file"), "{asked}");
    assert!(!home.folder().join("credentials.json").exists());

    let wrong = home.plexctl(&["login"]).env("PLEXCTL_STORE", "vault").run();
    wrong.ended_with(2);
    assert!(wrong.err.contains("PLEXCTL_STORE"), "{wrong}");

    let asked = password("auto");
    asked.ended_with(0);
    let file = home.folder().join("credentials.json");
    assert!(asked.out.contains(file.to_str().unwrap()), "{asked}");
    is_private(&file);
    let status = no_bus(home.plexctl(&["auth", "status", "--json"]));
    let status = status.env("PLEXCTL_STORE", "auto").run();
    status.ended_with(0);
    let status: Value = serde_json::from_str(&status.out).unwrap();
    assert_eq!(status["account"]["kept_in"], "file");
    assert_eq!(status["account"]["file"], file.to_str().unwrap());
    let status = home.fine(&["auth", "status"]);
    assert!(status.out.contains("credentials.json"), "{status}");
    home.fine(&["logout"]);
    assert!(!fs::read_to_string(&file).unwrap().contains("fred"));
}

#[test]
fn nobody_signs_in_where_plex_tv_is_away() {
    let home = Home::new();
    let url = format!("http://127.0.0.1:{}", unused_port());
    let asked = home.plexctl(&["login", "--link", "--plex-tv", &url]).run();
    asked.ended_with(5);
    let asked = home.plexctl(&["login", "--embedded"]).run();
    asked.ended_with(2);
    assert!(asked.err.contains("plexctl serve"), "{asked}");
}

#[test]
fn a_token_goes_to_its_own_plex_tv_alone() {
    let (plex, home) = (Served::start(&[]), Home::new());
    home.sign_in(&plex, "owner", &[]);
    let other = Served::start(&[]);
    for args in [
        &["servers"][..],
        &["auth", "status"],
        &["api", "get_token_details"],
    ] {
        let asked = home
            .plexctl(args)
            .args(&["--plex-tv", other.plex_tv()])
            .run();
        asked.ended_with(2);
        assert!(asked.err.contains("does not go to"), "{asked}");
    }
}

#[test]
fn whoever_signs_out_is_signed_out() {
    let (plex, home) = (Served::start(&[]), Home::new());
    let asked = home.plexctl(&["logout"]).run();
    asked.ended_with(3);
    home.sign_in(&plex, "owner", &[]);
    home.sign_in(&plex, "friend", &[]);
    home.fine(&["servers"]);
    let asked = home.fine(&["logout"]);
    assert!(asked.out.contains("fred.friend"), "{asked}");
    let lists = fs::read_dir(home.folder()).unwrap().flatten();
    let lists = lists.filter(|entry| entry.file_name().to_string_lossy().starts_with("servers-"));
    assert_eq!(lists.count(), 0);
    assert_eq!(
        home.json(&["auth", "status"])["account"]["name"],
        "olive.owner"
    );
    home.fine(&["logout", "--all"]);
    let asked = home.plexctl(&["auth", "status", "--json"]).run();
    asked.ended_with(3);
    assert_eq!(asked.error()["message"], "not signed in");
    assert!(
        asked.error()["hint"]
            .as_str()
            .unwrap()
            .contains("plexctl login")
    );
}

#[test]
fn a_token_that_was_ended_elsewhere_is_told_from_a_network_that_is_away() {
    let plex = Served::start(&[]);
    let here = Home::new();
    here.sign_in(&plex, "owner", &[]);
    here.fine(&["use", "Attic"]);
    let kept = fs::read_to_string(here.folder().join("credentials.json")).unwrap();
    let kept: Value = serde_json::from_str(&kept).unwrap();
    let token = kept["accounts"]["olive.owner"]["token"].as_str().unwrap();
    let end = plexctl(&["api", "sign_out", "--plex-tv", plex.plex_tv()]);
    end.token(token).run().ended_with(0);
    let asked = here.plexctl(&["auth", "status", "--json"]).run();
    asked.ended_with(3);
    let status: Value = serde_json::from_str(&asked.out).unwrap();
    assert_eq!(status["account"]["reachable"], true);
    let verdict = status["account"]["token"].as_str().unwrap();
    assert!(["rejected", "revoked"].contains(&verdict), "{status}");
    assert_eq!(status["server"]["reachable"], true);
    assert!(
        asked.error()["hint"]
            .as_str()
            .unwrap()
            .contains("sign in again")
    );
    here.plexctl(&["servers"]).run().ended_with(3);
    let asked = here.fine(&["logout"]);
    assert!(asked.out.contains("had ended already"), "{asked}");
}

#[test]
fn without_plex_tv_the_kept_list_serves_and_nobody_is_signed_out() {
    let (mut plex, home) = (Served::start(&[]), Home::new());
    home.sign_in(&plex, "owner", &[]);
    home.fine(&["use", "Attic"]);
    plex.terminate();

    let asked = home.plexctl(&["auth", "status", "--json", "-vv"]).run();
    asked.ended_with(5);
    holds_none(&asked, &secrets(&plex, &home));
    let status: Value = serde_json::from_str(&asked.out).unwrap();
    assert_eq!(status["account"]["reachable"], false);
    assert_eq!(status["account"]["token"], "undecided");
    assert_eq!(status["server"]["name"], "Attic");
    assert_eq!(status["server"]["reachable"], false);

    let asked = home.fine(&["servers"]);
    assert!(asked.out.contains("Attic"), "{asked}");
    assert!(asked.err.contains("plex.tv is away"), "{asked}");
    let listed = home.json(&["servers", "--explain"]);
    assert!(listed["stale"].is_string(), "{listed}");
    assert_eq!(listed["servers"][0]["tried"][0]["outcome"], "refused");

    let asked = home.plexctl(&["logout"]).run();
    asked.ended_with(5);
    assert!(asked.err.contains("still signed in"), "{asked}");
    let asked = home.fine(&["logout", "--forget"]);
    assert!(asked.out.contains("still good"), "{asked}");
    home.plexctl(&["servers"]).run().ended_with(3);
}
