//! What the derives write.

use crate::path::ContractPath;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt as _;
use syn::{
    Attribute, Data, DeriveInput, Error, Field, Fields, GenericArgument, Ident, Index, LitStr,
    PathArguments, Result, Type,
};

/// How many entries a tuple may have to be `Default`.
const TUPLE: usize = 12;

/// `Wire`, `Serialize` and `Deserialize`.
pub(crate) fn request(input: &DeriveInput) -> TokenStream {
    let mut settings = Settings::default();
    let switches = [
        ("snake_case", &mut settings.snake_case),
        ("required", &mut settings.required),
    ];
    let wire = attributes(&input.attrs, switches, None)
        .and_then(|()| Ok(Struct::read(input, &settings)?.wire()));
    wire.unwrap_or_else(Error::into_compile_error)
}

/// What is said of a struct as a whole.
#[derive(Default)]
pub(crate) struct Settings {
    /// Fields have to be there.
    pub(crate) required: bool,
    /// The wire has the fields' names as they are.
    pub(crate) snake_case: bool,
    pub(crate) contract: ContractPath,
}

pub(crate) struct Struct<'a> {
    name: &'a Ident,
    /// The path of `codec::wire`.
    contract: TokenStream,
    /// Fields have to be there.
    required: bool,
    /// Those on the wire.
    fields: Vec<WireField<'a>>,
    /// Those that are not.
    skipped: Vec<&'a Ident>,
    /// The field that has rarer fields, and their type.
    rarer: Option<(&'a Ident, &'a Type)>,
}

struct WireField<'a> {
    name: &'a Ident,
    ty: &'a Type,
    wire: String,
    /// It is an `Option`.
    optional: bool,
    /// Of a struct whose fields have to be there, this one has to.
    required: bool,
    /// What is true where it is written, if it is not always.
    written_if: Option<TokenStream>,
}

impl<'a> Struct<'a> {
    pub(crate) fn read(input: &'a DeriveInput, settings: &Settings) -> Result<Self> {
        let name = &input.ident;
        let Data::Struct(data) = &input.data else {
            return refuse(name, "it is for structs");
        };
        if !input.generics.params.is_empty() || input.generics.where_clause.is_some() {
            return refuse(name, "it is for structs without parameters");
        }
        let all = match &data.fields {
            Fields::Named(fields) => Some(&fields.named),
            Fields::Unit => None,
            Fields::Unnamed(fields) => return refuse(fields, "it is for fields with names"),
        };
        let mut read = Self {
            name,
            contract: settings.contract.wire(),
            required: settings.required,
            fields: Vec::new(),
            skipped: Vec::new(),
            rarer: None,
        };
        for field in all.into_iter().flatten() {
            if let Some(name) = &field.ident {
                read.add(field, name, settings.snake_case)?;
            }
        }
        Ok(read)
    }

    /// Takes a field with its attributes.
    fn add(&mut self, field: &'a Field, name: &'a Ident, snake_case: bool) -> Result<()> {
        let mut wire: Option<LitStr> = None;
        let (mut rarer, mut skip, mut omit, mut default) = (false, false, false, false);
        let switches = [
            ("rarer", &mut rarer),
            ("skip", &mut skip),
            ("omit_empty", &mut omit),
            ("default", &mut default),
        ];
        attributes(&field.attrs, switches, Some(&mut wire))?;
        if skip || rarer {
            if wire.is_some() || omit || default || (skip && rarer) {
                return refuse(name, "`skip` and `rarer` stand alone");
            }
            if skip {
                self.skipped.push(name);
            } else if self.required || self.rarer.is_some() {
                return refuse(
                    name,
                    "one field has the rarer ones, and none where fields have to be there",
                );
            } else {
                let inner = argument(&field.ty);
                self.rarer = Some((
                    name,
                    inner.map_or_else(|| refuse(&field.ty, "`rarer` is for `Rare<…>`"), Ok)?,
                ));
            }
            return Ok(());
        }
        let kind = last_segment(&field.ty).map(Ident::to_string);
        let optional = kind.as_deref() == Some("Option");
        if default && (optional || !self.required) {
            return refuse(name, "this field need not be there anyway");
        }
        let written_if = match kind.as_deref() {
            _ if !omit => None,
            Some("Option") => Some(quote!(self.#name.is_some())),
            Some("Vec" | "BTreeMap") => Some(quote!(!self.#name.is_empty())),
            _ => return refuse(&field.ty, "`omit_empty` is for `Option`, `Vec`, `BTreeMap`"),
        };
        let wire = wire.map_or_else(|| wire_name(name, snake_case), |wire| wire.value());
        if self.fields.iter().any(|other| other.wire == wire) {
            return refuse(name, "another field has this name on the wire");
        }
        self.fields.push(WireField {
            name,
            ty: &field.ty,
            wire,
            optional,
            required: self.required && !optional && !default,
            written_if,
        });
        Ok(())
    }

    pub(crate) fn wire(&self) -> TokenStream {
        let Self { name, fields, .. } = self;
        let text = name.unraw().to_string();
        let wires = fields.iter().map(|field| &field.wire);
        let count = fields.len();
        let (draft, takes, finish) = if self.required {
            self.by_draft()
        } else {
            let takes = fields.iter().map(|WireField { name, optional, .. }| {
                if *optional {
                    quote!(wire::optional(map, &mut draft.#name))
                } else {
                    quote!(wire::value(map, &mut draft.#name))
                }
            });
            (quote!(Self), takes.collect(), quote!(Ok(draft)))
        };
        let (take, put, wire) = (self.take(&takes), self.put(), &self.contract);
        let names = match self.rarer {
            None => quote!(&[#(#wires),*]),
            Some((_, rarer)) => quote! {{
                const RARER: &[&str] = <#rarer as #wire::Wire>::NAMES;
                &#wire::concat::<{ #count + RARER.len() }>(&[#(#wires),*], RARER)
            }},
        };
        quote! {
            #[automatically_derived]
            impl #wire::Wire for #name {
                type Draft = #draft;
                const TYPE: &'static str = #text;
                const NAMES: &'static [&'static str] = #names;
                const PLACES: &'static [u16] =
                    &#wire::places::<{ #wire::slots(<#name as #wire::Wire>::NAMES.len()) }>(Self::NAMES);
                #take
                fn finish(draft: Self::Draft) -> ::core::result::Result<Self, &'static str> {
                    #finish
                }
                #put
            }
            #[automatically_derived]
            impl #wire::serde::Serialize for #name {
                fn serialize<S: #wire::serde::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                    #wire::serialize(self, to)
                }
            }
            #[automatically_derived]
            impl<'de> #wire::serde::Deserialize<'de> for #name {
                fn deserialize<D: #wire::serde::Deserializer<'de>>(from: D) -> ::core::result::Result<Self, D::Error> {
                    #wire::deserialize(from)
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
            let place = place(at);
            if field.required {
                quote!(wire::some(map, &mut #place))
            } else if field.optional {
                quote!(wire::optional(map, &mut #place))
            } else {
                quote!(wire::value(map, &mut #place))
            }
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

    /// Which field is at a place.
    fn take(&self, takes: &[TokenStream]) -> TokenStream {
        let (wire, count) = (&self.contract, takes.len());
        let places = 0..count;
        let others = match self.rarer {
            None => quote!(Ok(())),
            Some((field, rarer)) => quote! {
                <#rarer as wire::Wire>::take(&mut draft.#field, place - #count, map)
            },
        };
        let body = if takes.is_empty() && self.rarer.is_none() {
            quote! { let _ = (draft, place, map); Ok(()) }
        } else {
            quote! { use #wire; match place { #(#places => #takes,)* _ => #others } }
        };
        quote! {
            fn take<'de, A: #wire::serde::de::MapAccess<'de>>(
                draft: &mut Self::Draft,
                place: usize,
                map: &mut A,
            ) -> ::core::result::Result<(), A::Error> {
                #body
            }
        }
    }

    fn put(&self) -> TokenStream {
        let out = if self.fields.is_empty() && self.rarer.is_none() {
            quote!(_)
        } else {
            quote!(out)
        };
        let fields = self.fields.iter().map(|field| {
            let (name, wire) = (field.name, &field.wire);
            let write = quote!(out.serialize_field(#wire, &self.#name)?;);
            match &field.written_if {
                None => write,
                Some(there) => quote! { if #there { #write } },
            }
        });
        let wire = &self.contract;
        let rarer = self
            .rarer
            .map(|(field, rarer)| quote!(<#rarer as #wire::Wire>::put(&self.#field, out)?;));
        quote! {
            fn put<S: #wire::serde::ser::SerializeStruct>(&self, #out: &mut S) -> ::core::result::Result<(), S::Error> {
                #(#fields)*
                #rarer
                Ok(())
            }
        }
    }

    pub(crate) fn read_tree(&self) -> TokenStream {
        let (name, wire) = (self.name, &self.contract);
        quote! {
            #[automatically_derived]
            impl #wire::Read for #name {
                #[inline(never)]
                fn read(value: #wire::Value<'_>) -> ::core::result::Result<Self, #wire::DecodeFault> {
                    #wire::deserialize(value)
                }
            }
        }
    }
}

/// Sets what stands in each `#[wire(…)]`, each once at most.
fn attributes<const N: usize>(
    attributes: &[Attribute],
    mut switches: [(&str, &mut bool); N],
    mut name: Option<&mut Option<LitStr>>,
) -> Result<()> {
    for attribute in attributes {
        if !attribute.path().is_ident("wire") {
            continue;
        }
        attribute.parse_nested_meta(|setting| {
            if let Some(name @ None) = name.as_deref_mut()
                && setting.path.is_ident("name")
            {
                *name = Some(setting.value()?.parse()?);
                return Ok(());
            }
            for (word, on) in &mut switches {
                if setting.path.is_ident(word) && !**on {
                    **on = true;
                    return Ok(());
                }
            }
            Err(setting.error("`wire` takes no such word here, or no second one"))
        })?;
    }
    Ok(())
}

fn refuse<T>(what: impl ToTokens, why: &str) -> Result<T> {
    Err(Error::new_spanned(what, why))
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

/// `More` of `Rare<More>`.
fn argument(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    match &path.path.segments.last()?.arguments {
        PathArguments::AngleBracketed(given) => match given.args.first()? {
            GenericArgument::Type(inner) => Some(inner),
            _ => None,
        },
        _ => None,
    }
}

/// What the wire calls a field whose name is not given.
fn wire_name(name: &Ident, snake_case: bool) -> String {
    let name = name.unraw().to_string();
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

#[cfg(test)]
mod tests;
