//! `#[request]`: a request with its constructor, its setters and its documentation.

use crate::arguments;
use crate::expand::{self, Presence, Settings, Struct, WireField, argument, last_segment};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Attribute, Data, DeriveInput, Field, Ident, Meta, Result, Type, parse_quote};

/// Writes the struct with its derives, how it is read and written, and how it is made.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut input: DeriveInput = match syn::parse2(item) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut settings = Settings {
        presence: Presence::Scalars,
        ..Settings::default()
    };
    let read = arguments::read(arguments, &mut settings, false);
    read.and_then(|()| request(&input, &settings))
        .unwrap_or_else(|error| {
            // Keeps the struct, so that its uses do not cause further errors.
            strip(&mut input);
            let error = error.into_compile_error();
            quote!(#input #error)
        })
}

fn request(input: &DeriveInput, settings: &Settings) -> Result<TokenStream> {
    let request = Struct::read(input, settings)?;
    let arguments: Vec<&WireField<'_>> = request
        .fields
        .iter()
        .filter(|field| is_argument(field))
        .collect();
    let presets = request.fields.iter().any(|field| field.preset.is_some());
    let mut item = input.clone();
    note_wire_names(&mut item, &request);
    strip(&mut item);
    let docs: Vec<Attribute> = item
        .attrs
        .extract_if(.., |attribute| is_doc(attribute))
        .collect();
    let name = request.name;
    let (summary, facts) = (doc_macro(name, "summary"), doc_macro(name, "facts"));
    let default = (arguments.is_empty() && !presets).then(|| quote!(, Default));
    let growth = arguments::growth();
    let (wire_impl, constants) = (request.wire(), constants(&request));
    let (constructor, setters) = (
        constructor(&request, &arguments, presets),
        setters(&request),
    );
    let from = (!settings.no_from).then(|| from(&request, &arguments));
    let wire = &request.contract;
    Ok(quote! {
        #[doc = #summary!()]
        #[doc = ""]
        #(#docs)*
        #[doc = ""]
        #[doc = #facts!()]
        #[derive(Clone, Debug, PartialEq #default)]
        #growth
        #item
        #wire_impl
        #[automatically_derived]
        impl #wire::Request for #name { #constants }
        #constructor
        impl #name { #setters }
        #from
    })
}

/// The name of the macro that holds a part of an operation's documentation; `endpoints!` writes these macros.
pub(crate) fn doc_macro(operation: &Ident, part: &str) -> Ident {
    format_ident!("__{operation}_{part}", span = operation.span())
}

fn is_doc(attribute: &Attribute) -> bool {
    matches!(&attribute.meta, Meta::NameValue(pair) if pair.path.is_ident("doc"))
}

/// Removes the attributes that only this macro understands.
fn strip(input: &mut DeriveInput) {
    for field in fields_mut(input) {
        field
            .attrs
            .retain(|attribute| !attribute.path().is_ident("wire"));
    }
}

fn fields_mut(input: &mut DeriveInput) -> impl Iterator<Item = &mut Field> {
    let fields = match &mut input.data {
        Data::Struct(data) => Some(data.fields.iter_mut()),
        Data::Enum(_) | Data::Union(_) => None,
    };
    fields.into_iter().flatten()
}

/// Adds its wire name to the documentation of each field.
fn note_wire_names(item: &mut DeriveInput, request: &Struct<'_>) {
    for field in fields_mut(item) {
        if let Some(note) = wire_note(request, field) {
            field
                .attrs
                .extend([parse_quote!(#[doc = ""]), parse_quote!(#[doc = #note])]);
        }
    }
}

/// "Wire name: …", for the documentation of a field and its setter.
fn wire_note(request: &Struct<'_>, field: &Field) -> Option<String> {
    let mut known = request.fields.iter();
    let wire = &known
        .find(|known| Some(known.name) == field.ident.as_ref())?
        .wire;
    Some(match wire.strip_suffix('+') {
        _ if wire == "*" => "On the wire, each pair is a parameter of its own.".to_owned(),
        Some(wire) => format!("Wire name: `{wire}`, once for each value."),
        None if last_segment(&field.ty).is_some_and(|ty| ty == "BTreeMap") => {
            format!("Wire name: `{wire}[key]`.")
        }
        None => format!("Wire name: `{wire}`."),
    })
}

/// The constants of the trait `Request`.
fn constants(request: &Struct<'_>) -> TokenStream {
    let wire = &request.contract;
    let required = request.fields.iter().filter(|field| field.required);
    let names = required.map(|field| &field.wire);
    let types = request.fields.iter().map(WireField::ty);
    let secrets = if request.fields.is_empty() {
        quote!(&[])
    } else {
        quote! {{
            #[allow(unused_imports, reason = "used by those fields that are not secret")]
            use #wire::NotSecret as _;
            &[#(<#wire::Probe<#types>>::SECRET),*]
        }}
    };
    quote! {
        const REQUIRED: &'static [&'static str] = &[#(#names),*];
        const SECRETS: &'static [bool] = #secrets;
    }
}

/// True for a field that `new` takes.
fn is_argument(field: &WireField<'_>) -> bool {
    field.required && field.preset.is_none()
}

/// `new`, which takes the required fields; a request without any has `Default`.
fn constructor(request: &Struct<'_>, arguments: &[&WireField<'_>], presets: bool) -> TokenStream {
    let name = request.name;
    let converted = arguments.iter().map(|field| {
        let (name, ty, value) = (
            field.name,
            field.ty(),
            Argument::of(field.ty()).value(field.name),
        );
        quote!(let #name: #ty = #value;)
    });
    // Before the struct takes the required fields: presets may refer to them.
    let preset = request.fields.iter().filter_map(|field| {
        let (name, ty, preset) = (field.name, field.ty(), field.preset.as_ref()?);
        Some(quote!(let #name: #ty = #preset;))
    });
    let values = request.fields.iter().map(|field| {
        let name = field.name;
        if field.required || field.preset.is_some() {
            quote!(#name)
        } else {
            quote!(#name: ::core::default::Default::default())
        }
    });
    let skipped = request
        .skipped
        .iter()
        .filter_map(|field| field.ident.as_ref());
    let all = quote! {
        #(#converted)*
        #(#preset)*
        Self { #(#values,)* #(#skipped: ::core::default::Default::default(),)* }
    };
    let names: Vec<String> = arguments
        .iter()
        .map(|field| format!("`{}`", field.name))
        .collect();
    let doc = match names.as_slice() {
        [] if !presets => return quote!(),
        [] => {
            return quote! {
                impl ::core::default::Default for #name {
                    fn default() -> Self { #all }
                }
            };
        }
        [one] => format!("Creates the request from its one required field, {one}."),
        [first @ .., last] => {
            format!(
                "Creates the request from its required fields: {} and {last}.",
                first.join(", ")
            )
        }
    };
    let parameters = arguments.iter().map(|field| {
        let (name, ty) = (field.name, Argument::of(field.ty()).parameter);
        quote!(#name: #ty)
    });
    quote! {
        impl #name {
            #[doc = #doc]
            #[allow(clippy::too_many_arguments, reason = "so many fields are required")]
            pub fn new(#(#parameters),*) -> Self { #all }
        }
    }
}

/// A method for each optional field.
fn setters(request: &Struct<'_>) -> TokenStream {
    let optional = request
        .fields
        .iter()
        .filter(|field| !is_argument(field))
        .map(|field| field.field);
    let setters = optional
        .chain(request.skipped.iter().copied())
        .map(|field| {
            let Some(name) = &field.ident else {
                return quote!();
            };
            let docs = field.attrs.iter().filter(|attribute| is_doc(attribute));
            let note = wire_note(request, field).map(|note| quote!(#[doc = ""] #[doc = #note]));
            let is_option = last_segment(&field.ty).is_some_and(|ty| ty == "Option");
            let inner = if is_option { argument(&field.ty) } else { None };
            let argument = Argument::of(inner.unwrap_or(&field.ty));
            let (parameter, mut value) = (&argument.parameter, argument.value(name));
            if inner.is_some() {
                value = quote!(::core::option::Option::Some(#value));
            }
            quote! {
                #(#docs)*
                #note
                #[must_use]
                pub fn #name(mut self, #name: #parameter) -> Self {
                    self.#name = #value;
                    self
                }
            }
        });
    quote!(#(#setters)*)
}

/// How a value of a type is passed to `new` and the setters.
struct Argument {
    parameter: TokenStream,
    conversion: Conversion,
}

enum Conversion {
    None,
    Into,
    /// Of each entry of a list.
    Each,
    /// Of both halves of each entry of a list of pairs or a map.
    Pairs,
}

impl Argument {
    fn of(ty: &Type) -> Self {
        let kind = last_segment(ty).map(Ident::to_string);
        let inner = expand::arguments(ty);
        let pair: Option<Vec<&Type>> = match (kind.as_deref(), inner.as_slice()) {
            (Some("Vec"), [Type::Tuple(tuple)]) if tuple.elems.len() == 2 => {
                Some(tuple.elems.iter().collect())
            }
            (Some("BTreeMap"), [_, _]) => Some(inner.clone()),
            _ => None,
        };
        if let Some(pair) = pair {
            return Self {
                parameter: quote! {
                    impl ::core::iter::IntoIterator<
                        Item = (#(impl ::core::convert::Into<#pair>),*)
                    >
                },
                conversion: Conversion::Pairs,
            };
        }
        match (kind.as_deref(), inner.as_slice()) {
            (Some("Vec"), [entry]) if is_plain(entry) => Self {
                parameter: quote!(impl ::core::convert::Into<#ty>),
                conversion: Conversion::Into,
            },
            (Some("Vec"), [entry]) => Self {
                parameter: quote! {
                    impl ::core::iter::IntoIterator<Item = impl ::core::convert::Into<#entry>>
                },
                conversion: Conversion::Each,
            },
            _ if is_plain(ty) => Self {
                parameter: quote!(#ty),
                conversion: Conversion::None,
            },
            _ => Self {
                parameter: quote!(impl ::core::convert::Into<#ty>),
                conversion: Conversion::Into,
            },
        }
    }

    fn value(&self, name: &Ident) -> TokenStream {
        match self.conversion {
            Conversion::None => quote!(#name),
            Conversion::Into => quote!(#name.into()),
            Conversion::Each => {
                quote!(#name.into_iter().map(::core::convert::Into::into).collect())
            }
            Conversion::Pairs => {
                quote!(#name.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
            }
        }
    }
}

/// A type that is passed as it is: `impl Into<u32>` would not take a literal.
fn is_plain(ty: &Type) -> bool {
    const PLAIN: &[&str] = &[
        "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "isize", "u8", "u16", "u32",
        "u64", "usize",
    ];
    last_segment(ty).is_some_and(|name| PLAIN.iter().any(|plain| name == plain))
}

/// Conversions into a request from its one required field, and from what the field's type is made from.
fn from(request: &Struct<'_>, arguments: &[&WireField<'_>]) -> TokenStream {
    let [field] = arguments else {
        return quote!();
    };
    let (name, wire) = (request.name, &request.contract);
    let (ty, field) = (field.ty(), field.name);
    let list = last_segment(ty).is_some_and(|ty| ty == "Vec");
    let one = if list { argument(ty).unwrap_or(ty) } else { ty };
    let from = |source: &TokenStream, value: TokenStream, bound: Option<TokenStream>| {
        quote! {
            impl ::core::convert::From<#source> for #name #bound {
                fn from(#field: #source) -> Self {
                    Self::new(#value)
                }
            }
        }
    };
    let entry = |value: TokenStream| if list { quote!([#value]) } else { value };
    let mut conversions = vec![from(&quote!(#one), entry(quote!(#field)), None)];
    if list {
        conversions.push(from(&quote!(#ty), quote!(#field), None));
    }
    let sources = [quote!(&str), quote!(::std::string::String), quote!(u64)];
    let is_string = last_segment(one).is_some_and(|ty| ty == "String");
    for source in sources {
        if is_plain(one) || (is_string && source.to_string().ends_with("String")) {
            continue;
        }
        let value = entry(quote!(<#one as #wire::MadeFrom<'_, #source>>::made_from(#field)));
        let bound = if source.to_string().starts_with('&') {
            quote!(where for<'a> #one: #wire::MadeFrom<'a, &'a str>)
        } else {
            quote!(where for<'a> #one: #wire::MadeFrom<'a, #source>)
        };
        conversions.push(from(&source, value, Some(bound)));
    }
    quote!(#(#conversions)*)
}
