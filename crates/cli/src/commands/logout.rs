//! `plexctl logout`: ends tokens at plex.tv, and forgets accounts.

use crate::args::{Global, Logout};
use crate::exit::{Failure, Kind};
use crate::kept::{Kept, not_signed_in};
use crate::output;
use crate::store::Store;
use serde_json::json;

/// Signs accounts out.
pub(crate) async fn run(global: &Global, args: Logout) -> Result<(), Failure> {
    let Some(store) = Store::existing(global)? else {
        return Err(nobody());
    };
    let names = if args.all {
        store.names()?
    } else {
        let asked = args.who.as_deref().or(global.account.as_deref());
        let kept = Kept::of(store, asked)?;
        kept.map(|kept| kept.name).into_iter().collect()
    };
    if names.is_empty() {
        return Err(nobody());
    }
    let mut result = Ok(());
    for name in &names {
        // One that cannot be told does not keep the others.
        if let Err(failure) = one(global, name, args.forget).await
            && result.is_ok()
        {
            result = Err(failure);
        }
    }
    result
}

fn nobody() -> Failure {
    Failure {
        hint: Some("there is nothing to do".to_owned()),
        ..not_signed_in()
    }
}

async fn one(global: &Global, name: &str, forget: bool) -> Result<(), Failure> {
    let store = Store::open(global)?;
    let mut kept = Kept::of(store, Some(name))?.ok_or_else(nobody)?;
    let ended = end(global, &mut kept).await;
    let (state, failure) = match ended {
        Ok(()) => ("ended", None),
        Err(failure) if failure.kind == Kind::Unauthorized => ("ended before", None),
        Err(failure) => ("not ended", Some(failure)),
    };
    let shown = output::clean(name);
    if let Some(failure) = &failure
        && !forget
    {
        let hint = format!(
            "`{shown}` is still signed in here; try again later, or give --forget and end plexctl's access in your \
             account's settings (authorized devices)"
        );
        return Err(Failure {
            hint: Some(hint),
            message: failure.message.clone(),
            ..Failure::new(failure.kind, "")
        });
    }
    kept.store.forget(name)?;
    if global.json {
        output::json(&json!({ "event": "signed_out", "account": name, "token": state }))?;
    } else if failure.is_some() {
        output::line(format_args!(
            "Forgot `{shown}`. plex.tv was not told, so its token is still good: end plexctl's access in your account's \
             settings (authorized devices)."
        ))?;
    } else if state == "ended" {
        output::line(format_args!(
            "Signed out `{shown}`: its token is good for nothing now."
        ))?;
    } else {
        output::line(format_args!(
            "Forgot `{shown}`; its token had ended already."
        ))?;
    }
    Ok(())
}

async fn end(global: &Global, kept: &mut Kept) -> Result<(), Failure> {
    let account = kept.account(global).await?;
    account
        .sign_out()
        .await
        .map_err(|error| Failure::from(error).while_doing("plex.tv was not told"))
}
