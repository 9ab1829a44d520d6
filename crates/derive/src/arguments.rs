//! The arguments of `#[request]` and `#[model]`.

use crate::expand::{Presence, Settings};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Result;
use syn::meta::ParseNestedMeta;
use syn::parse::Parser as _;

/// Reads the arguments of an attribute; `required` is one of them for models only.
pub(crate) fn read(arguments: TokenStream, settings: &mut Settings, model: bool) -> Result<()> {
    syn::meta::parser(|word| read_one(&word, settings, model)).parse2(arguments)
}

fn read_one(word: &ParseNestedMeta<'_>, settings: &mut Settings, model: bool) -> Result<()> {
    let twice = if settings.contract.take(word)? {
        false
    } else if model && word.path.is_ident("required") {
        std::mem::replace(&mut settings.presence, Presence::Required) == Presence::Required
    } else if word.path.is_ident("snake_case") {
        std::mem::replace(&mut settings.snake_case, true)
    } else if !model && word.path.is_ident("no_from") {
        std::mem::replace(&mut settings.no_from, true)
    } else if model {
        return Err(word.error("expected `required`, `snake_case` or `crate = path`"));
    } else {
        return Err(word.error("expected `snake_case`, `no_from` or `crate = path`"));
    };
    if twice {
        return Err(word.error("this is given twice"));
    }
    Ok(())
}

/// `#[non_exhaustive]`, unless the feature for server implementers lifts it.
pub(crate) fn growth() -> Option<TokenStream> {
    (!cfg!(feature = "unstable-exhaustive")).then(|| quote!(#[non_exhaustive]))
}
