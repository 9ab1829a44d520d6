//! What the derives write.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Attribute, Data, DeriveInput, Error, Field, Fields, Ident, Index, LitStr, Result, Type};

/// How many entries a tuple may have to be `Default`.
const TUPLE: usize = 12;

/// `Wire`, `Serialize` and `Deserialize`.
pub(crate) fn request(input: &DeriveInput) -> TokenStream {
    Struct::read(input).map_or_else(Error::into_compile_error, |model| model.wire())
}

/// The same, `Read` and `Model`.
pub(crate) fn model(input: &DeriveInput) -> TokenStream {
    Struct::read(input).map_or_else(Error::into_compile_error, |model| {
        let (wire, read) = (model.wire(), model.read_tree());
        quote! { #wire #read }
    })
}

struct Struct<'a> {
    name: &'a Ident,
    /// Fields have to be there.
    required: bool,
    /// Those on the wire.
    fields: Vec<WireField<'a>>,
    /// Those that are not.
    skipped: Vec<&'a Ident>,
}

struct WireField<'a> {
    name: &'a Ident,
    ty: &'a Type,
    wire: String,
    /// Of a struct whose fields have to be there, this one has to.
    required: bool,
    omit_empty: Option<Empty>,
}

/// What says of a field that nothing is in it.
#[derive(Clone, Copy)]
enum Empty {
    None,
    NoEntries,
}

impl<'a> Struct<'a> {
    fn read(input: &'a DeriveInput) -> Result<Self> {
        let Data::Struct(data) = &input.data else {
            return Err(Error::new_spanned(
                &input.ident,
                "only structs can be derived for",
            ));
        };
        let all = match &data.fields {
            Fields::Named(fields) => Some(&fields.named),
            Fields::Unit => None,
            Fields::Unnamed(fields) => {
                return Err(Error::new_spanned(fields, "the fields need names"));
            }
        };
        let generics = &input.generics;
        if !generics.params.is_empty() || generics.where_clause.is_some() {
            return Err(Error::new_spanned(
                &input.ident,
                "a struct with parameters cannot be derived for",
            ));
        }
        let (mut snake_case, mut required) = (false, false);
        each_setting(&input.attrs, |setting| {
            if setting.path.is_ident("snake_case") {
                set(&mut snake_case, &setting)
            } else if setting.path.is_ident("required") {
                set(&mut required, &setting)
            } else {
                Err(setting.error("a struct takes `snake_case` and `required`"))
            }
        })?;
        let mut read = Self {
            name: &input.ident,
            required,
            fields: Vec::new(),
            skipped: Vec::new(),
        };
        for field in all.into_iter().flatten() {
            read.add(field, snake_case)?;
        }
        Ok(read)
    }

    /// Takes a field with its attributes.
    fn add(&mut self, field: &'a Field, snake_case: bool) -> Result<()> {
        let Some(name) = &field.ident else {
            return Err(Error::new_spanned(field, "the field needs a name"));
        };
        let mut wire: Option<LitStr> = None;
        let (mut skip, mut omit_empty, mut default) = (false, false, false);
        each_setting(&field.attrs, |setting| {
            if setting.path.is_ident("name") && wire.is_none() {
                wire = Some(setting.value()?.parse()?);
                Ok(())
            } else if setting.path.is_ident("skip") {
                set(&mut skip, &setting)
            } else if setting.path.is_ident("omit_empty") {
                set(&mut omit_empty, &setting)
            } else if setting.path.is_ident("default") {
                set(&mut default, &setting)
            } else {
                Err(setting.error(
                    "a field takes `name = \"…\"`, `skip`, `omit_empty` and `default`, each once",
                ))
            }
        })?;
        if skip {
            if wire.is_some() || omit_empty || default {
                return Err(Error::new_spanned(
                    name,
                    "a field that is skipped takes no other attribute",
                ));
            }
            self.skipped.push(name);
            return Ok(());
        }
        let kind = last_segment(&field.ty);
        let optional = kind.is_some_and(|kind| kind == "Option");
        if default && (optional || !self.required) {
            return Err(Error::new_spanned(
                name,
                "this field need not be there anyway",
            ));
        }
        let omit_empty = match kind.map(ToString::to_string).as_deref() {
            _ if !omit_empty => None,
            Some("Option") => Some(Empty::None),
            Some("Vec" | "BTreeMap") => Some(Empty::NoEntries),
            _ => {
                return Err(Error::new_spanned(
                    &field.ty,
                    "`omit_empty` is for `Option`, `Vec` and `BTreeMap`",
                ));
            }
        };
        let wire = wire.map_or_else(|| wire_name(name, snake_case), |wire| wire.value());
        if self.fields.iter().any(|other| other.wire == wire) {
            return Err(Error::new_spanned(
                name,
                format!("two fields are `{wire}` on the wire"),
            ));
        }
        self.fields.push(WireField {
            name,
            ty: &field.ty,
            wire,
            required: self.required && !optional && !default,
            omit_empty,
        });
        Ok(())
    }

    fn wire(&self) -> TokenStream {
        let Self { name, fields, .. } = self;
        let text = unraw(name);
        let wires = fields.iter().map(|field| &field.wire);
        let count = fields.len();
        let (draft, takes, finish) = if self.required {
            self.by_draft()
        } else {
            let takes = fields
                .iter()
                .map(|WireField { name, .. }| quote!(value(map, &mut draft.#name)));
            (quote!(Self), takes.collect(), quote!(Ok(draft)))
        };
        let take = arms(&takes);
        let put = self.put();
        quote! {
            #[automatically_derived]
            impl ::plex_sdk_contract::codec::wire::Wire for #name {
                type Draft = #draft;
                const NAME: &'static str = #text;
                const NAMES: &'static [&'static str] = &[#(#wires),*];
                const PLACES: &'static [u16] = &::plex_sdk_contract::codec::wire::places::<
                    { ::plex_sdk_contract::codec::wire::slots(#count) }
                >(Self::NAMES);
                #take
                fn finish(draft: Self::Draft) -> ::core::result::Result<Self, &'static str> {
                    #finish
                }
                #put
            }
            #[automatically_derived]
            impl ::plex_sdk_contract::codec::wire::serde::Serialize for #name {
                fn serialize<S: ::plex_sdk_contract::codec::wire::serde::Serializer>(
                    &self,
                    serializer: S,
                ) -> ::core::result::Result<S::Ok, S::Error> {
                    ::plex_sdk_contract::codec::wire::serialize(self, serializer)
                }
            }
            #[automatically_derived]
            impl<'de> ::plex_sdk_contract::codec::wire::serde::Deserialize<'de> for #name {
                fn deserialize<D: ::plex_sdk_contract::codec::wire::serde::Deserializer<'de>>(
                    deserializer: D,
                ) -> ::core::result::Result<Self, D::Error> {
                    ::plex_sdk_contract::codec::wire::deserialize(deserializer)
                }
            }
        }
    }

    /// The draft of a struct whose fields have to be there, what takes each, and how it becomes the struct: tuples in a
    /// tuple, as there may be many.
    fn by_draft(&self) -> (TokenStream, Vec<TokenStream>, TokenStream) {
        let entries = self.fields.iter().map(|WireField { ty, required, .. }| {
            if *required {
                quote!(::core::option::Option<#ty>)
            } else {
                quote!(#ty)
            }
        });
        let entries: Vec<_> = entries.collect();
        let tuples = entries.chunks(TUPLE).map(|tuple| quote!((#(#tuple,)*)));
        let draft = quote!((#(#tuples,)*));
        let place = |at: usize| {
            let (outer, inner) = (Index::from(at / TUPLE), Index::from(at % TUPLE));
            quote!(draft.#outer.#inner)
        };
        let takes = self.fields.iter().enumerate().map(|(at, field)| {
            let (read, place) = (
                Ident::new(
                    if field.required { "some" } else { "value" },
                    Span::call_site(),
                ),
                place(at),
            );
            quote!(#read(map, &mut #place))
        });
        let values = self.fields.iter().enumerate().map(|(at, field)| {
            let (name, wire, place) = (field.name, &field.wire, place(at));
            if field.required {
                quote!(#name: #place.ok_or(#wire)?)
            } else {
                quote!(#name: #place)
            }
        });
        let skipped = &self.skipped;
        let finish = quote! {
            Ok(Self { #(#values,)* #(#skipped: ::core::default::Default::default(),)* })
        };
        (draft, takes.collect(), finish)
    }

    fn put(&self) -> TokenStream {
        let out = if self.fields.is_empty() {
            quote!(_)
        } else {
            quote!(out)
        };
        let fields = self.fields.iter().map(|field| {
            let (name, wire) = (field.name, &field.wire);
            let write = quote! { out.serialize_field(#wire, &self.#name)?; };
            match field.omit_empty {
                None => write,
                Some(Empty::None) => quote! { if self.#name.is_some() { #write } },
                Some(Empty::NoEntries) => quote! { if !self.#name.is_empty() { #write } },
            }
        });
        quote! {
            fn put<S: ::plex_sdk_contract::codec::wire::serde::ser::SerializeStruct>(
                &self,
                #out: &mut S,
            ) -> ::core::result::Result<(), S::Error> {
                #(#fields)*
                Ok(())
            }
        }
    }

    fn read_tree(&self) -> TokenStream {
        let name = self.name;
        quote! {
            #[automatically_derived]
            impl ::plex_sdk_contract::codec::wire::Read for #name {
                #[inline(never)]
                fn read(
                    value: ::plex_sdk_contract::codec::wire::Value<'_>,
                ) -> ::core::result::Result<Self, ::plex_sdk_contract::codec::wire::Fault> {
                    ::plex_sdk_contract::codec::wire::deserialize(value)
                }
            }
        }
    }
}

/// `take`: which field is at a place.
fn arms(takes: &[TokenStream]) -> TokenStream {
    let (arguments, body) = if takes.is_empty() {
        ([quote!(_), quote!(_), quote!(_)], quote!(Ok(())))
    } else {
        let places = 0..takes.len();
        let body = quote! {
            #[allow(unused_imports, reason = "most structs need the first alone")]
            use ::plex_sdk_contract::codec::wire::{some, value};
            match place { #(#places => #takes,)* _ => Ok(()) }
        };
        ([quote!(draft), quote!(place), quote!(map)], body)
    };
    let [draft, place, map] = arguments;
    quote! {
        fn take<'de, A: ::plex_sdk_contract::codec::wire::serde::de::MapAccess<'de>>(
            #draft: &mut Self::Draft,
            #place: usize,
            #map: &mut A,
        ) -> ::core::result::Result<(), A::Error> {
            #body
        }
    }
}

/// Hands over what stands in each `#[wire(…)]`.
fn each_setting(
    attributes: &[Attribute],
    mut take: impl FnMut(syn::meta::ParseNestedMeta<'_>) -> Result<()>,
) -> Result<()> {
    let own = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("wire"));
    for attribute in own {
        attribute.parse_nested_meta(&mut take)?;
    }
    Ok(())
}

/// Sets what may be set once.
fn set(flag: &mut bool, setting: &syn::meta::ParseNestedMeta<'_>) -> Result<()> {
    if std::mem::replace(flag, true) {
        return Err(setting.error("it stands here twice"));
    }
    Ok(())
}

/// `Option` of `std::option::Option<u32>`.
fn last_segment(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|segment| &segment.ident),
        // A type that came through a macro.
        Type::Group(group) => last_segment(&group.elem),
        Type::Paren(inner) => last_segment(&inner.elem),
        _ => None,
    }
}

/// `type` of `r#type`.
fn unraw(name: &Ident) -> String {
    let text = name.to_string();
    text.strip_prefix("r#").unwrap_or(&text).to_owned()
}

/// What the wire calls a field whose name is not given.
fn wire_name(name: &Ident, snake_case: bool) -> String {
    let name = unraw(name);
    if snake_case {
        return name;
    }
    let mut camel = String::with_capacity(name.len());
    let mut capital = false;
    for letter in name.chars() {
        if letter == '_' {
            // Those before the first letter change nothing.
            capital = !camel.is_empty();
        } else if std::mem::take(&mut capital) {
            camel.push(letter.to_ascii_uppercase());
        } else if camel.is_empty() {
            camel.push(letter.to_ascii_lowercase());
        } else {
            camel.push(letter);
        }
    }
    camel
}
