//! How a struct stands on the wire: what `#[request]` and `#[model]` share.

use crate::path::ContractPath;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt as _;
use syn::{
    Attribute, Data, DeriveInput, Error, Expr, Field, Fields, GenericArgument, Ident, Index,
    LitStr, PathArguments, Result, Type,
};

/// How many entries a tuple may have to be `Default`.
const TUPLE: usize = 12;

/// Which fields have to be there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Presence {
    /// None: a missing field stays as the struct's `Default` has it.
    #[default]
    Optional,
    /// All but options.
    Required,
    /// All but options, lists and maps.
    Scalars,
}

/// What is said of a struct as a whole.
#[derive(Default)]
pub(crate) struct Settings {
    pub(crate) presence: Presence,
    /// The wire has the fields' names as they are.
    pub(crate) snake_case: bool,
    /// A request is not made from its one required field alone.
    pub(crate) no_from: bool,
    pub(crate) contract: ContractPath,
}

pub(crate) struct Struct<'a> {
    pub(crate) name: &'a Ident,
    /// The path of `codec::wire`.
    pub(crate) contract: TokenStream,
    presence: Presence,
    /// The fields on the wire.
    pub(crate) fields: Vec<WireField<'a>>,
    /// The others.
    pub(crate) skipped: Vec<&'a Field>,
    /// The field that has rarer fields, and their type.
    rarer: Option<(&'a Ident, &'a Type)>,
}

pub(crate) struct WireField<'a> {
    pub(crate) name: &'a Ident,
    pub(crate) field: &'a Field,
    pub(crate) wire: String,
    /// It is an `Option`.
    optional: bool,
    /// It has to be there.
    pub(crate) required: bool,
    /// The value that a new request has, if it is not the type's default.
    pub(crate) preset: Option<Expr>,
    /// The condition under which it is written, unless it always is.
    written_if: Option<TokenStream>,
}

impl<'a> WireField<'a> {
    pub(crate) fn ty(&self) -> &'a Type {
        &self.field.ty
    }
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
            presence: settings.presence,
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
        let (mut wire, mut preset) = (None::<LitStr>, None::<Expr>);
        let (mut rarer, mut skip, mut omit) = (false, false, false);
        let (mut default, mut required) = (false, false);
        let switches = [
            ("rarer", &mut rarer),
            ("skip", &mut skip),
            ("omit_empty", &mut omit),
            ("default", &mut default),
            ("required", &mut required),
        ];
        let presets = (self.presence == Presence::Scalars).then_some(&mut preset);
        attributes(&field.attrs, switches, Some(&mut wire), presets)?;
        if skip || rarer {
            let others = wire.is_some() || omit || default || required || preset.is_some();
            if others || (skip && rarer) {
                return refuse(name, "`skip` and `rarer` stand alone");
            }
            if skip {
                self.skipped.push(field);
            } else if self.presence != Presence::Optional || self.rarer.is_some() {
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
        let optional = matches!(
            (self.presence, kind.as_deref()),
            (Presence::Optional, _)
                | (_, Some("Option"))
                | (Presence::Scalars, Some("Vec" | "BTreeMap"))
        );
        if default && optional {
            return refuse(name, "`default`: this field is optional anyway");
        }
        if required && !(optional && self.presence == Presence::Scalars) {
            return refuse(name, "`required` is for a list or map of a request");
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
            field,
            wire,
            optional: kind.as_deref() == Some("Option"),
            required: required || !(optional || default),
            preset,
            written_if,
        });
        Ok(())
    }

    /// `Wire`, `Serialize` and `Deserialize`.
    pub(crate) fn wire(&self) -> TokenStream {
        let Self { name, fields, .. } = self;
        let text = name.unraw().to_string();
        let wires = fields.iter().map(|field| &field.wire);
        let count = fields.len();
        let (draft, takes, finish) = if fields
            .iter()
            .any(|field| field.required || field.preset.is_some())
        {
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
        let entries = self.fields.iter().map(|field| {
            let ty = field.ty();
            if field.required {
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
        let skipped = self.skipped.iter().map(|field| &field.ident);
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

    /// `Read`: how a model is read from a parsed body.
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
    mut preset: Option<&mut Option<Expr>>,
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
            if let Some(preset @ None) = preset.as_deref_mut()
                && setting.path.is_ident("preset")
            {
                *preset = Some(setting.value()?.parse()?);
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

pub(crate) fn refuse<T>(what: impl ToTokens, why: &str) -> Result<T> {
    Err(Error::new_spanned(what, why))
}

/// `Option` of `std::option::Option<u32>`.
pub(crate) fn last_segment(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|segment| &segment.ident),
        // A type that came through a macro.
        Type::Group(group) => last_segment(&group.elem),
        Type::Paren(inner) => last_segment(&inner.elem),
        _ => None,
    }
}

/// `More` of `Rare<More>`.
pub(crate) fn argument(ty: &Type) -> Option<&Type> {
    arguments(ty).into_iter().next()
}

/// `K` and `V` of `BTreeMap<K, V>`.
pub(crate) fn arguments(ty: &Type) -> Vec<&Type> {
    let segment = match ty {
        Type::Path(path) => path.path.segments.last(),
        Type::Group(group) => return arguments(&group.elem),
        Type::Paren(inner) => return arguments(&inner.elem),
        _ => None,
    };
    let Some(PathArguments::AngleBracketed(given)) = segment.map(|last| &last.arguments) else {
        return Vec::new();
    };
    let types = given.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(inner) => Some(inner),
        _ => None,
    });
    types.collect()
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
