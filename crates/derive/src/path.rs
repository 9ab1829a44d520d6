//! Where the generated code finds the contract.

use proc_macro2::TokenStream;
use quote::quote;
use syn::meta::ParseNestedMeta;
use syn::parse::ParseStream;
use syn::{Path, Result, Token};

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

    /// Reads `crate = path`, if it comes next.
    pub(crate) fn parse(input: ParseStream<'_>) -> Result<Option<Self>> {
        if !input.peek(Token![crate]) || !input.peek2(Token![=]) {
            return Ok(None);
        }
        input.parse::<Token![crate]>()?;
        input.parse::<Token![=]>()?;
        input
            .call(Path::parse_mod_style)
            .map(|path| Some(Self(Some(path))))
    }

    /// The path of the contract itself.
    pub(crate) fn root(&self) -> TokenStream {
        match &self.0 {
            None => quote!(::plex_sdk_contract),
            Some(path) => quote!(#path),
        }
    }

    /// The path of `codec::wire`, which has what the generated code calls.
    pub(crate) fn wire(&self) -> TokenStream {
        let root = self.root();
        quote!(#root::codec::wire)
    }
}
