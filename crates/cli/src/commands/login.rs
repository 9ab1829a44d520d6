//! `plexctl login`: signs in, and keeps the account.

use crate::args::{Global, Login};
use crate::connect;
use crate::exit::{Failure, Kind};
use crate::kept;
use crate::output;
use crate::prompt;
use crate::stop::Stop;
use crate::store::{self, Choice, Store};
use plex_sdk::auth::store::StoredAccount;
use plex_sdk::auth::{
    Credential, DeviceKey, Password, PasswordError, PinError, SignInFlow, SignedIn,
};
use plex_sdk::time::Timestamp;
use plex_sdk::{Account, PLEX_TV, model};
use qrcode::render::unicode::Dense1x2;
use qrcode::{EcLevel, QrCode};
use serde_json::{Value, json};
use std::io::{self, IsTerminal, Write as _};
use std::time::{Duration, SystemTime};

/// Signs in, and keeps the account.
pub(crate) async fn run(global: &Global, args: Login) -> Result<(), Failure> {
    kept::not_embedded(global)?;
    // Before anyone takes the trouble: what cannot be kept need not be got.
    let store = Store::open(global)?;
    store.chosen()?;
    let plex_tv = global
        .plex_tv
        .as_deref()
        .map(|url| url.trim_end_matches('/'));
    let plex_tv = plex_tv.filter(|url| *url != PLEX_TV);
    let mut builder = connect::account_builder(global)?;
    if let Some(url) = plex_tv {
        builder = builder.url(url);
    }
    let account = builder.build()?;
    let (user, stored) = if args.password {
        let signed_in = with_password(&account).await?;
        (signed_in.user, kept_token(signed_in.token))
    } else if args.jwt {
        let key =
            DeviceKey::generate().map_err(|error| Failure::new(Kind::Other, error.to_string()))?;
        let sign_in = account.sign_in().with_device_key(&key);
        let signed_in = with_pin(global, &args, sign_in).await?;
        let stored = StoredAccount {
            device_key: Some(key),
            jwt: Some(signed_in.token),
            ..StoredAccount::default()
        };
        (signed_in.user, stored)
    } else {
        let signed_in = with_pin(global, &args, account.sign_in()).await?;
        (signed_in.user, kept_token(signed_in.token))
    };
    let choice = Choice {
        plex_tv: plex_tv.map(str::to_owned),
        server: None,
    };
    let name = keep(&store, args.name.as_deref(), &user, stored, choice)?;
    tell(global, &store, &name, &user)
}

fn kept_token(token: plex_sdk::AccountToken) -> StoredAccount {
    StoredAccount {
        token: Some(token),
        ..StoredAccount::default()
    }
}

/// Keeps an account under a name of its own, and gives that name.
pub(crate) fn keep(
    store: &Store,
    name: Option<&str>,
    user: &model::AccountDetails,
    stored: StoredAccount,
    mut choice: Choice,
) -> Result<String, Failure> {
    let title = title(user);
    let names = [name.unwrap_or_default(), user.username.as_str(), &title];
    let name = names.into_iter().find(|name| !name.is_empty());
    let mut name = name.unwrap_or("account").to_owned();
    // Somebody else's place is not taken; the same person's is.
    let wanted = name.clone();
    for more in 2.. {
        let held = store.account(&name)?;
        let Some(held) = held else { break };
        let earlier = store.choice(&name)?;
        if held.uuid.as_deref() == Some(user.uuid.as_str()) && earlier.plex_tv == choice.plex_tv {
            choice.server = choice.server.or(earlier.server);
            break;
        }
        name = format!("{wanted}-{more}");
    }
    let stored = StoredAccount {
        title: Some(title),
        uuid: Some(user.uuid.to_string()),
        ..stored
    };
    store.save(&name, &stored, choice)?;
    Ok(name)
}

/// The name to show.
pub(crate) fn title(user: &model::AccountDetails) -> String {
    let title = [&user.title, &user.friendly_name, &user.username];
    let title = title.into_iter().find(|text| !text.is_empty());
    title.map_or_else(|| user.id.to_string(), ToString::to_string)
}

/// Tells who is signed in now.
pub(crate) fn tell(
    global: &Global,
    store: &Store,
    name: &str,
    user: &model::AccountDetails,
) -> Result<(), Failure> {
    let place = store.place(name)?;
    if global.json {
        output::json(&json!({
            "event": "signed_in",
            "account": name,
            "title": title(user),
            "username": user.username.as_str(),
            "uuid": user.uuid.as_str(),
            "kept_in": store::word(&place),
        }))?;
        return Ok(());
    }
    let also = match user.email.as_str() {
        "" => String::new(),
        email => format!(" <{email}>"),
    };
    output::line(format_args!(
        "Signed in as {}{}, kept as `{}` and used from now on.\nIts token is in {}.",
        output::clean(&title(user)),
        output::clean(&also),
        output::clean(name),
        store::describe(&place)
    ))?;
    Ok(())
}

/// Signs in with four letters, or in a browser, unless a signal comes first.
async fn with_pin<T: Credential>(
    global: &Global,
    args: &Login,
    sign_in: SignInFlow<T>,
) -> Result<SignedIn<T>, Failure> {
    // A signal may come as soon as the code is shown.
    let mut stop = Stop::new()?;
    tokio::select! {
        signed_in = approved(global, args, sign_in) => signed_in,
        () = stop.wait() => {
            if io::stderr().is_terminal() {
                // The terminal shows `^C`.
                let _ = writeln!(io::stderr());
            }
            let message = "stopped before anyone approved the sign-in";
            let hint = "nothing was kept. Run `plexctl login` to start again";
            Err(Failure::new(Kind::Other, message).with_hint(hint))
        }
    }
}

/// Shows a code or a page, and waits until somebody approves it.
async fn approved<T: Credential>(
    global: &Global,
    args: &Login,
    sign_in: SignInFlow<T>,
) -> Result<SignedIn<T>, Failure> {
    let waited = if args.link {
        let pin = sign_in.with_link_code().await.map_err(plex_tv_said)?;
        let left = left(pin.expires_at());
        let told = json!({
            "event": "code",
            "code": pin.code(),
            "link_url": pin.link_url(),
            "qr_text": pin.qr_text(),
        });
        if global.json {
            output::json(&timed(told, pin.expires_at(), left))?;
        } else {
            show_code(pin.code(), pin.link_url(), pin.qr_text(), left)?;
        }
        pin.wait().await
    } else {
        let pin = sign_in.in_browser(None).await.map_err(plex_tv_said)?;
        let left = left(pin.expires_at());
        let told = json!({ "event": "page", "auth_url": pin.auth_url() });
        if global.json {
            output::json(&timed(told, pin.expires_at(), left))?;
        } else {
            let opened =
                !args.no_browser && has_browser() && open::that_detached(pin.auth_url()).is_ok();
            let how = if opened {
                "Your browser opens this page; approve the sign-in there:"
            } else {
                "Open this page in a browser, and approve the sign-in there:"
            };
            output::line(format_args!(
                "{how}\n\n  {}\n",
                output::clean(pin.auth_url())
            ))?;
            output::line(waiting(left))?;
        }
        pin.wait().await
    };
    waited.map_err(|error| match error {
        PinError::Expired => Failure::new(
            Kind::NotApproved,
            "nobody approved the sign-in before its code expired",
        ),
        PinError::Other(error) => plex_tv_said(error),
        error => Failure::new(Kind::Other, error.to_string()),
    })
}

fn timed(mut told: Value, expires: Timestamp, left: Duration) -> Value {
    told["expires_at"] = expires.as_secs().into();
    told["expires_in"] = left.as_secs().into();
    told
}

/// How long a PIN is good from now on.
fn left(expires: Timestamp) -> Duration {
    let left = expires.as_secs() - Timestamp::from(SystemTime::now()).as_secs();
    Duration::from_secs(left.try_into().unwrap_or(0))
}

fn waiting(left: Duration) -> String {
    format!("Waiting for up to {}; Ctrl-C gives up.", output::span(left))
}

/// Whether a browser that opens would be seen by whoever runs this.
fn has_browser() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let far_away = is_set("SSH_CONNECTION") || is_set("SSH_TTY");
    let screen = !cfg!(all(unix, not(target_os = "macos")))
        || is_set("DISPLAY")
        || is_set("WAYLAND_DISPLAY");
    io::stdout().is_terminal() && screen && !far_away
}

fn show_code(code: &str, link: &str, qr_text: &str, left: Duration) -> io::Result<()> {
    output::line(format_args!(
        "Go to {} on any device, sign in there, and type:\n",
        output::clean(link)
    ))?;
    for line in output::banner(code) {
        output::line(format_args!("    {line}"))?;
    }
    output::line("")?;
    // Where it is not looked at, a picture says nothing.
    if io::stdout().is_terminal()
        && let Ok(picture) = QrCode::with_error_correction_level(qr_text, EcLevel::L)
    {
        output::line("Or scan this with a phone:\n")?;
        // Black on white, whatever the terminal's own colours are: phones need it so.
        let picture = picture.render::<Dense1x2>().build();
        for line in picture.lines() {
            output::line(format_args!("  \u{1b}[30;107m{line}\u{1b}[0m"))?;
        }
        output::line("")?;
    }
    output::line(waiting(left))
}

async fn with_password(account: &Account) -> Result<SignedIn, Failure> {
    let login = prompt::ask("User name or e-mail")?;
    let password = prompt::secret("Password")?;
    let given = Password::new(login, password);
    match account.sign_in().with_password(given.clone()).await {
        Err(PasswordError::VerificationNeeded) => {
            let code = prompt::secret("Verification code")?;
            let given = given.verification_code(code);
            let signed_in = account.sign_in().with_password(given).await;
            signed_in.map_err(password_refused)
        }
        other => other.map_err(password_refused),
    }
}

fn password_refused(error: PasswordError) -> Failure {
    let message = error.to_string();
    let hint = match error {
        PasswordError::Other(error) => return plex_tv_said(error),
        PasswordError::WrongCredentials => {
            "try again with care: plex.tv locks the sign-in after a few wrong passwords. `plexctl login` needs none"
        }
        PasswordError::VerificationNeeded | PasswordError::VerificationWrong => {
            "run it again with a fresh code, or use `plexctl login`, which needs none"
        }
        PasswordError::Locked => {
            "wait an hour; `plexctl login` in a browser or with --link may work before"
        }
        _ => "use `plexctl login`, which needs no password",
    };
    Failure::new(Kind::Unauthorized, message).with_hint(hint)
}

/// A sign-in has no token yet, so a refusal is about something else.
fn plex_tv_said(error: plex_sdk::Error) -> Failure {
    let failure = Failure::from(error).while_doing("plex.tv");
    match failure.kind {
        Kind::Unreachable => {
            failure.with_hint("check the network, and --plex-tv where it was given; then try again")
        }
        _ => failure,
    }
}
