//! `plexctl users` and `plexctl switch`: the users of the Home.

use crate::args::{Global, Switch};
use crate::commands::login;
use crate::exit::{Failure, Kind};
use crate::kept::{self, Kept};
use crate::output;
use crate::prompt;
use crate::store::Choice;
use plex_sdk::auth::SwitchError;
use plex_sdk::auth::store::StoredAccount;
use plex_sdk::ids::MachineIdentifier;
use plex_sdk::model::{HomeUser, Resource, SharedServer};
use serde_json::json;

/// Lists the users of the Home, and who the account's own servers are shared with.
pub(crate) async fn list(global: &Global) -> Result<(), Failure> {
    let mut kept = Kept::need(global)?;
    let account = kept.account(global).await?;
    let members = account.home_users().await.map_err(kept::about_account)?;
    let found = kept.resources(global).await?;
    let mut by_server = Vec::new();
    let own = |resource: &&Resource| resource.owned && resource.provides.contains("server");
    for server in found.resources.iter().filter(own) {
        let id = MachineIdentifier::from(server.client_identifier.as_str());
        let shared = account.shares_of(&id).await.map_err(kept::about_account)?;
        by_server.push((server.name.to_string(), shared));
    }
    if global.json {
        let home = members.iter().map(|user| {
            json!({
                "id": user.id,
                "uuid": user.uuid.as_str(),
                "title": user.title.as_str(),
                "username": user.username.as_str(),
                "kind": kind(user),
                "protected": user.protected,
                "current": is_current(&kept, user),
            })
        });
        let shared = by_server.iter().map(|(server, shared)| {
            let people = shared.iter().map(|share| {
                json!({
                    "id": share.user_id,
                    "username": share.username.as_str(),
                    "accepted": share.accepted_at.is_some(),
                    "all_libraries": share.all_libraries,
                })
            });
            json!({ "server": server, "users": people.collect::<Vec<_>>() })
        });
        output::json(&json!({
            "account": kept.name,
            "home": home.collect::<Vec<_>>(),
            "shared": shared.collect::<Vec<_>>(),
        }))?;
        return Ok(());
    }
    let rows: Vec<_> = members
        .iter()
        .map(|user| {
            [
                if is_current(&kept, user) { "*" } else { "" }.to_owned(),
                user.title.to_string(),
                kind(user).to_owned(),
                if user.protected { "yes" } else { "no" }.to_owned(),
                user.username.to_string(),
            ]
        })
        .collect();
    output::table(["", "Home user", "kind", "PIN", "user name"], &rows)?;
    for (server, shared) in &by_server {
        show_shares(server, shared)?;
    }
    Ok(())
}

fn show_shares(server: &str, shared: &[SharedServer]) -> std::io::Result<()> {
    let server = output::clean(server);
    if shared.is_empty() {
        return output::line(format_args!("\n{server} is shared with nobody."));
    }
    output::line(format_args!("\n{server} is shared with:\n"))?;
    let rows: Vec<_> = shared
        .iter()
        .map(|share| {
            let libraries = if share.all_libraries { "all" } else { "some" };
            let state = match share.accepted_at {
                Some(_) => "accepted",
                None => "invited",
            };
            [
                share.username.to_string(),
                state.to_owned(),
                libraries.to_owned(),
                share.email.to_string(),
            ]
        })
        .collect();
    output::table(["user", "state", "libraries", "e-mail"], &rows)
}

fn kind(user: &HomeUser) -> &'static str {
    match (user.admin, user.guest, user.restricted) {
        (true, ..) => "administrator",
        (_, true, _) => "guest",
        (.., true) => "managed",
        _ => "member",
    }
}

fn is_current(kept: &Kept, user: &HomeUser) -> bool {
    !user.uuid.is_empty() && kept.stored.uuid.as_deref() == Some(user.uuid.as_str())
}

/// Switches to another user of the Home, and keeps that user's token as an account of its own.
pub(crate) async fn switch(global: &Global, args: Switch) -> Result<(), Failure> {
    let mut kept = Kept::need(global)?;
    let account = kept.account(global).await?;
    let users = account.home_users().await.map_err(kept::about_account)?;
    let user = pick(&users, &args.user)?;
    let pin = match &args.pin_file {
        Some(path) => Some(prompt::from_file("the PIN file", path)?),
        None if user.protected && prompt::somebody() => {
            let title = output::clean(&user.title);
            Some(prompt::secret(&format!("PIN of {title}"))?)
        }
        None => None,
    };
    let switched = account.switch_to(user, pin).await;
    let switched = switched.map_err(|error| not_switched(&user.title, error))?;
    // The server stays the same; the user's own token for it comes from the user's own list.
    let choice = Choice {
        plex_tv: kept.choice.plex_tv.clone(),
        server: kept.choice.server.clone(),
    };
    let stored = StoredAccount {
        token: Some(switched.token),
        ..StoredAccount::default()
    };
    let name = args.name.as_deref();
    let name = login::keep(&kept.store, name, &switched.user, stored, choice)?;
    login::tell(global, &kept.store, &name, &switched.user)
}

/// The user that was meant: by id, or by name in any case.
fn pick<'a>(users: &'a [HomeUser], asked: &str) -> Result<&'a HomeUser, Failure> {
    let by_id = |user: &&HomeUser| *user.uuid == *asked || user.id.to_string() == asked;
    if let Some(user) = users.iter().find(by_id) {
        return Ok(user);
    }
    let lower = asked.to_lowercase();
    let named = |user: &&HomeUser| {
        user.title.to_lowercase() == lower
            || (!user.username.is_empty() && user.username.to_lowercase() == lower)
    };
    let mut found = users.iter().filter(named);
    match (found.next(), found.next()) {
        (Some(user), None) => Ok(user),
        (Some(_), Some(_)) => Err(
            Failure::usage(format!("several users are called `{asked}`"))
                .with_hint("`plexctl users --json` shows their ids; give one of those"),
        ),
        (None, _) => {
            let known: Vec<_> = users.iter().map(|user| user.title.to_string()).collect();
            Err(
                Failure::new(Kind::NotFound, format!("the Home has no user `{asked}`"))
                    .with_hint(format!("it has: {}", known.join(", "))),
            )
        }
    }
}

fn not_switched(title: &str, error: SwitchError) -> Failure {
    match error {
        SwitchError::WrongPin => Failure::new(
            Kind::Unauthorized,
            format!("the PIN is not the one of {title}; nothing was changed"),
        )
        .with_hint("the PIN is set in the Home's settings; your own token is still good"),
        SwitchError::PinNeeded => Failure::new(
            Kind::Unauthorized,
            format!("{title} is protected with a PIN, and none was given"),
        )
        .with_hint(
            "run it in a terminal to be asked for it, or give --pin-file PATH (- for stdin)",
        ),
        SwitchError::Other(error) => kept::about_account(error),
        error => Failure::new(Kind::Other, error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_meant_by_id_or_name() {
        let user = |id, uuid: &str, title: &str, username: &str| HomeUser {
            id,
            uuid: uuid.into(),
            title: title.into(),
            username: username.into(),
            ..HomeUser::default()
        };
        let users = [
            user(1, "a", "Ann", "ann.a"),
            user(2, "b", "Bob", ""),
            user(3, "c", "ann", ""),
        ];
        let id = |asked| pick(&users, asked).map(|user| user.id);
        assert_eq!(id("ann.A").unwrap(), 1);
        assert_eq!(id("c").unwrap(), 3);
        assert_eq!(id("2").unwrap(), 2);
        assert_eq!(id("BOB").unwrap(), 2);
        assert_eq!(id("Ann").unwrap_err().kind, Kind::Usage);
        assert_eq!(id("").unwrap_err().kind, Kind::NotFound);
        assert_eq!(id("Carl").unwrap_err().kind, Kind::NotFound);
    }
}
