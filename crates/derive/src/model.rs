//! `#[model]`: a struct of a response body.

use crate::arguments;
use crate::expand::{Presence, Settings, Struct};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Result};

/// Writes the struct with its derives, and how it is read and written.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut input: DeriveInput = match syn::parse2(item) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut settings = Settings::default();
    let read = arguments::read(arguments, &mut settings, true);
    let code = read.and_then(|()| code(&input, &settings));
    let code = code.unwrap_or_else(Error::into_compile_error);
    let derives = if settings.presence == Presence::Required {
        quote!(Clone, Debug, PartialEq)
    } else {
        quote!(Clone, Debug, Default, PartialEq)
    };
    let growth = arguments::growth();
    strip(&mut input);
    quote! {
        #[derive(#derives)]
        #growth
        #input
        #code
    }
}

fn code(input: &DeriveInput, settings: &Settings) -> Result<TokenStream> {
    if let Some(attribute) = input.attrs.iter().find(|it| it.path().is_ident("wire")) {
        let message = "write this as an argument of the macro";
        return Err(Error::new_spanned(attribute, message));
    }
    let model = Struct::read(input, settings)?;
    let (wire, read) = (model.wire(), model.read_tree());
    Ok(quote! { #wire #read })
}

/// Removes the attributes that only this macro understands.
fn strip(input: &mut DeriveInput) {
    input.attrs.retain(|it| !it.path().is_ident("wire"));
    if let Data::Struct(data) = &mut input.data {
        for field in &mut data.fields {
            field.attrs.retain(|it| !it.path().is_ident("wire"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::expand;
    use proc_macro2::TokenStream;
    use quote::quote;

    fn expanded(arguments: TokenStream, item: TokenStream) -> String {
        expand(arguments, item).to_string()
    }

    /// The message of the first compile error.
    fn refused(arguments: TokenStream, item: TokenStream) -> Option<String> {
        let written = expanded(arguments, item);
        let said = written.split_once("compile_error")?.1.split('"').nth(1)?;
        Some(said.to_owned())
    }

    #[test]
    fn a_model_has_its_derives_and_room_to_grow() {
        let item = quote!(
            pub struct Item {
                #[wire(name = "ID")]
                pub id: u64,
            }
        );
        let plain = expanded(TokenStream::new(), item.clone());
        assert!(plain.contains("derive (Clone , Debug , Default , PartialEq)"));
        assert!(!plain.contains("wire (name"), "{plain}");
        let exhaustive = cfg!(feature = "unstable-exhaustive");
        assert_eq!(plain.contains("# [non_exhaustive]"), !exhaustive);
        assert!(expanded(quote!(required), item).contains("derive (Clone , Debug , PartialEq)"));
    }

    #[test]
    fn the_contract_may_be_elsewhere() {
        let written = expanded(
            quote!(crate = plex_sdk::contract),
            quote!(
                struct Item {}
            ),
        );
        assert!(written.contains("plex_sdk :: contract :: codec :: wire :: Wire for Item"));
        assert!(!written.contains("plex_sdk_contract"), "{written}");
    }

    #[test]
    fn wrong_arguments_are_refused() {
        let unknown = "expected `required`, `snake_case` or `crate = path`";
        for (arguments, why) in [
            (quote!(camel_case), unknown),
            (quote!(required, required), "this is given twice"),
            (quote!(crate = a, crate = b), "`crate` is given twice"),
            (quote!(crate), "expected `=`"),
        ] {
            let said = refused(
                arguments,
                quote!(
                    struct A {}
                ),
            );
            assert_eq!(said.as_deref(), Some(why));
        }
        let said = refused(
            TokenStream::new(),
            quote!(
                #[wire(required)]
                struct A {}
            ),
        );
        assert_eq!(
            said.as_deref(),
            Some("write this as an argument of the macro")
        );
        assert_eq!(
            refused(
                quote!(required, snake_case),
                quote!(
                    struct A;
                )
            ),
            None
        );
    }

    #[test]
    fn the_struct_stands_beside_an_error() {
        let written = expanded(
            quote!(wrong),
            quote!(
                struct Item {
                    #[wire(skip)]
                    id: u64,
                }
            ),
        );
        assert!(written.contains("struct Item { id : u64"), "{written}");
    }
}
