//! `endpoints!`: the table of a group's operations.

use crate::path::ContractPath;
use crate::request::doc_macro;
use proc_macro2::TokenStream;
use quote::quote;
use std::fmt::Write as _;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Expr, ExprLit, Ident, Lit, LitInt, LitStr, Meta, Result, Token, Type, braced,
};

/// Every verb, for operations that servers answer to any.
const VERBS: &[&str] = &["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"];

/// `crate = path; Host, group, list;` and the rows.
pub(crate) struct Table {
    contract: ContractPath,
    host: Ident,
    group: Ident,
    /// The macro that hands the operations to the clients.
    list: Option<Ident>,
    rows: Vec<Row>,
}

struct Row {
    /// The summary: one sentence.
    summary: String,
    name: Ident,
    /// The client's method takes no argument.
    bare: bool,
    method: Ident,
    also: Vec<Ident>,
    path: LitStr,
    aliases: Vec<LitStr>,
    response: Type,
    access: Ident,
    effect: Ident,
    settings: RowSettings,
}

#[derive(Default)]
struct RowSettings {
    host: Option<Ident>,
    carrier: Option<Ident>,
    since: Option<[LitInt; 3]>,
    status: Option<Ident>,
    unpublished: bool,
}

mod word {
    syn::custom_keyword!(at);
    syn::custom_keyword!(since);
    syn::custom_keyword!(status);
    syn::custom_keyword!(unpublished);
}

impl Parse for Table {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let contract = match ContractPath::parse(input)? {
            Some(contract) => {
                input.parse::<Token![;]>()?;
                contract
            }
            None => ContractPath::default(),
        };
        let host = input.parse()?;
        input.parse::<Token![,]>()?;
        let group = input.parse()?;
        let list = if input.peek(Token![,]) {
            input.parse::<Token![,]>()?;
            Some(input.parse()?)
        } else {
            None
        };
        input.parse::<Token![;]>()?;
        let mut rows = Vec::new();
        while !input.is_empty() {
            rows.push(input.parse()?);
        }
        Ok(Self {
            contract,
            host,
            group,
            list,
            rows,
        })
    }
}

impl Parse for Row {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let name: Ident = input.parse()?;
        let summary = summary(&attributes);
        if summary.is_empty() {
            return Err(syn::Error::new_spanned(
                name,
                "an operation needs a doc comment above its row: one sentence that says what it does",
            ));
        }
        let bare = input.peek(syn::token::Brace);
        if bare {
            let inside;
            braced!(inside in input);
            if !inside.is_empty() {
                return Err(inside.error("expected nothing between the braces"));
            }
        }
        input.parse::<Token![:]>()?;
        let method = input.parse()?;
        let mut also = Vec::new();
        while input.peek(Token![|]) {
            input.parse::<Token![|]>()?;
            also.push(input.parse()?);
        }
        let mut paths =
            Punctuated::<LitStr, Token![|]>::parse_separated_nonempty(input)?.into_iter();
        let path = paths.next().ok_or_else(|| input.error("expected a path"))?;
        input.parse::<Token![->]>()?;
        let response = input.parse()?;
        input.parse::<Token![,]>()?;
        let access = input.parse()?;
        input.parse::<Token![,]>()?;
        let effect = input.parse()?;
        let mut settings = RowSettings::default();
        while input.peek(Token![,]) {
            input.parse::<Token![,]>()?;
            settings.read(input)?;
        }
        input.parse::<Token![;]>()?;
        let aliases = paths.collect();
        Ok(Self {
            summary,
            name,
            bare,
            method,
            also,
            path,
            aliases,
            response,
            access,
            effect,
            settings,
        })
    }
}

impl RowSettings {
    fn read(&mut self, input: ParseStream<'_>) -> Result<()> {
        if input.peek(word::at) {
            input.parse::<word::at>()?;
            self.host = Some(input.parse()?);
        } else if input.peek(Token![in]) {
            input.parse::<Token![in]>()?;
            self.carrier = Some(input.parse()?);
        } else if input.peek(word::since) {
            input.parse::<word::since>()?;
            self.since = Some([input.parse()?, input.parse()?, input.parse()?]);
        } else if input.peek(word::status) {
            input.parse::<word::status>()?;
            self.status = Some(input.parse()?);
        } else if input.peek(word::unpublished) {
            input.parse::<word::unpublished>()?;
            self.unpublished = true;
        } else {
            return Err(input.error(
                "expected `at Host`, `in Carrier`, `since 1 15 4`, `status CREATED` or `unpublished`",
            ));
        }
        Ok(())
    }
}

/// The lines of a doc comment as one.
fn summary(attributes: &[Attribute]) -> String {
    let mut text = String::new();
    for attribute in attributes {
        let Meta::NameValue(pair) = &attribute.meta else {
            continue;
        };
        if let Expr::Lit(ExprLit {
            lit: Lit::Str(line),
            ..
        }) = &pair.value
            && pair.path.is_ident("doc")
        {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(line.value().trim());
        }
    }
    text
}

impl Table {
    pub(crate) fn write(&self) -> TokenStream {
        let rows = self.rows.iter().map(|row| self.row(row));
        let list = self.list.as_ref().map(|list| self.list(list));
        quote!(#(#rows)* #list)
    }

    /// An operation's implementation of `Endpoint` and its documentation.
    fn row(&self, row: &Row) -> TokenStream {
        let Row {
            summary,
            name,
            method,
            path,
            aliases,
            response,
            access,
            effect,
            ..
        } = row;
        let (root, group) = (self.contract.root(), &self.group);
        let also = row.also.iter().flat_map(|verb| {
            let all = if verb == "ANY_VERB" { VERBS } else { &[] };
            let others = all.iter().map(|verb| Ident::new(verb, name.span()));
            let one = all.is_empty().then(|| verb.clone());
            others.filter(|verb| verb != method).chain(one)
        });
        let RowSettings {
            carrier,
            since,
            status,
            unpublished,
            ..
        } = &row.settings;
        let published = !unpublished;
        let host = self.host(row);
        let served = match host.to_string().as_str() {
            "Pms" => quote!(ServerEndpoint),
            "Player" => quote!(PlayerEndpoint),
            _ => quote!(AccountEndpoint),
        };
        let carrier = carrier
            .as_ref()
            .map_or_else(|| quote!(Query), |carrier| quote!(#carrier));
        let raw = (carrier.to_string() == "Raw").then(|| {
            quote! {
                fn raw_body(&self) -> ::core::option::Option<&#root::endpoint::Content> {
                    ::core::option::Option::Some(&self.content)
                }
                fn set_raw_body(&mut self, content: #root::endpoint::Content) {
                    self.content = content;
                }
            }
        });
        let since = if let Some([a, b, c]) = since {
            quote!(::core::option::Option::Some(#root::version::ServerVersion::new(#a, #b, #c)))
        } else {
            quote!(::core::option::Option::None)
        };
        let status = status
            .as_ref()
            .map_or_else(|| quote!(OK), |status| quote!(#status));
        let (summary_macro, facts_macro) = (doc_macro(name, "summary"), doc_macro(name, "facts"));
        let facts = self.facts(row);
        quote! {
            #[allow(unused_macros, reason = "a request need not be documented by `#[request]`")]
            macro_rules! #summary_macro { () => { #summary } }
            #[allow(unused_macros, reason = "a request need not be documented by `#[request]`")]
            macro_rules! #facts_macro { () => { #facts } }

            impl #root::endpoint::Endpoint for #name {
                const GROUP: &'static str = stringify!(#group);
                const SUMMARY: &'static str = #summary;
                const METHOD: &'static #root::http::Method = &#root::http::Method::#method;
                const ALSO: &'static [#root::http::Method] = &[#(#root::http::Method::#also),*];
                const PATH: &'static str = #path;
                const ALIASES: &'static [&'static str] = &[#(#aliases),*];
                const HOST: #root::endpoint::Host = #root::endpoint::Host::#host;
                const ACCESS: #root::endpoint::Access = #root::endpoint::Access::#access;
                const EFFECT: #root::endpoint::Effect = #root::endpoint::Effect::#effect;
                const CARRIER: #root::endpoint::Carrier = #root::endpoint::Carrier::#carrier;
                const SINCE: ::core::option::Option<#root::version::ServerVersion> = #since;
                const STATUS: #root::http::StatusCode = #root::http::StatusCode::#status;
                const PUBLISHED: bool = #published;
                type Response = #response;
                #raw
            }
            impl #root::endpoint::#served for #name {}
            const _: () = {
                #root::path::assert_template(#path, <#name as #root::codec::wire::Request>::REQUIRED);
                #(#root::path::assert_template(#aliases, <#name as #root::codec::wire::Wire>::NAMES);)*
            };
        }
    }

    fn host<'a>(&'a self, row: &'a Row) -> &'a Ident {
        row.settings.host.as_ref().unwrap_or(&self.host)
    }

    /// What the table says of an operation, as a table of its documentation.
    fn facts(&self, row: &Row) -> String {
        let access = match row.access.to_string().as_str() {
            "Public" => "no token",
            "User" if self.is_cloud(row) => "account token",
            "User" => "any user",
            _ => "server owner",
        };
        let repeat = match row.effect.to_string().as_str() {
            "Read" => "safe, changes nothing",
            "Idempotent" => "safe, same result",
            _ => "not safe",
        };
        let since = match &row.settings.since {
            Some([a, b, c]) => format!("{a}.{b}.{c}"),
            None => "any".to_owned(),
        };
        let source = if row.settings.unpublished {
            "known from clients"
        } else {
            "published by Plex"
        };
        let url = host_url(&self.host(row).to_string());
        let mut facts = String::from(
            "| Request | Access | Repeating | Server version | API |\n|---|---|---|---|---|\n",
        );
        // A bar would end the cell.
        let path = row.path.value().replace('|', "\\|");
        let _ = write!(
            facts,
            "| `{} {url}{path}` | {access} | {repeat} | {since} | {source} |",
            row.method
        );
        facts
    }

    fn is_cloud(&self, row: &Row) -> bool {
        !host_url(&self.host(row).to_string()).is_empty()
    }

    /// The operations as data, and the macro from which the clients make their methods.
    fn list(&self, list: &Ident) -> TokenStream {
        let root = self.contract.root();
        let (names, group) = (self.rows.iter().map(|row| &row.name), &self.group);
        let entries = self.rows.iter().map(|row| {
            let (name, summary, facts) = (&row.name, &row.summary, self.facts(row));
            let bare = row.bare.then(|| quote!({}));
            quote!([#[doc = #summary] #[doc = ""] #[doc = #facts] #name #bare])
        });
        let (dollar, doc) = (dollar(), format!("The operations of `{list}` as data."));
        quote! {
            #[doc = #doc]
            #[allow(non_upper_case_globals, reason = "it has the name of the list")]
            pub const #list: &[#root::endpoint::Meta] = &[#(#root::endpoint::Meta::of::<#names>()),*];

            #[doc(hidden)]
            #[macro_export]
            macro_rules! #list {
                (#dollar callback:ident) => { #dollar callback! { #group #list; #(#entries)* } };
            }
        }
    }
}

fn dollar() -> TokenStream {
    proc_macro2::TokenTree::Punct(proc_macro2::Punct::new('$', proc_macro2::Spacing::Alone)).into()
}

/// What stands before the path in the documentation: nothing for hosts that their owners put somewhere.
fn host_url(host: &str) -> &'static str {
    match host {
        "PlexTv" => "https://plex.tv",
        "PlexTvClients" => "https://clients.plex.tv",
        "Discover" => "https://discover.provider.plex.tv",
        "MetadataProvider" => "https://metadata.provider.plex.tv",
        "VodProvider" => "https://vod.provider.plex.tv",
        "MusicProvider" => "https://music.provider.plex.tv",
        "Sonos" => "https://sonos.plex.tv",
        _ => "",
    }
}
