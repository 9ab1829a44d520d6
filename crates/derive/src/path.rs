//! Where the generated code finds the contract.

use proc_macro2::TokenStream;
use quote::quote;
use syn::meta::ParseNestedMeta;
use syn::{Path, Result};

/// The path of the contract: `::plex_sdk_contract`, or what `crate = …` names instead.
#[derive(Default)]
pub(crate) struct ContractPath(Option<Path>);

impl ContractPath {
    /// Takes `crate = path`; returns false for every other setting.
    pub(crate) fn take(&mut self, setting: &ParseNestedMeta<'_>) -> Result<bool> {
        if !setting.path.is_ident("crate") {
            return Ok(false);
        }
        if self.0.is_some() {
            return Err(setting.error("`crate` is given twice"));
        }
        self.0 = Some(setting.value()?.call(Path::parse_mod_style)?);
        Ok(true)
    }

    /// The path of `codec::wire`, which has what the generated code calls.
    pub(crate) fn wire(&self) -> TokenStream {
        match &self.0 {
            None => quote!(::plex_sdk_contract::codec::wire),
            Some(path) => quote!(#path::codec::wire),
        }
    }
}
