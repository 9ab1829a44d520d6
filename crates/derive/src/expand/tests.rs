//! Names, and what is refused; the contract's `tests/it/wire.rs` has what is written.

use super::wire_name;
use crate::{model, request};
use proc_macro2::{Span, TokenStream};
use syn::{Ident, parse_str};

/// The first compile error of an attribute with these arguments.
fn refused(attribute: &str, item: &str) -> Option<String> {
    let (name, arguments) = attribute.split_once('(').unwrap_or((attribute, ")"));
    let arguments: TokenStream = parse_str(arguments.strip_suffix(')').unwrap()).unwrap();
    let item: TokenStream = parse_str(item).unwrap();
    let written = match name {
        "model" => model::expand(arguments, item),
        _ => request::expand(arguments, item),
    }
    .to_string();
    let said = written.split_once("compile_error")?.1.split('"').nth(1)?;
    Some(said.to_owned())
}

#[test]
fn names_are_in_camel_case() {
    for (name, camel) in [
        ("title", "title"),
        ("rating_key", "ratingKey"),
        ("r#type", "type"),
        ("part_1_of", "part1Of"),
        ("ipv6", "ipv6"),
        ("a_b_c", "aBC"),
        ("_hidden_one", "hiddenOne"),
        ("double__bar", "doubleBar"),
        ("trailing_", "trailing"),
    ] {
        let ident = parse_str::<Ident>(name).unwrap();
        assert_eq!(wire_name(&ident, false), camel);
    }
    let name = Ident::new_raw("type", Span::call_site());
    assert_eq!(wire_name(&name, true), "type");
    let name = Ident::new("auth_token", Span::call_site());
    assert_eq!(wire_name(&name, true), "auth_token");
}

#[test]
fn only_plain_structs_are_accepted() {
    for attribute in ["model", "request"] {
        for (item, why) in [
            ("enum A { B }", "it is for structs"),
            ("union A { b: u8 }", "it is for structs"),
            ("struct A(u8);", "it is for fields with names"),
            (
                "struct A<T> { b: T }",
                "it is for structs without parameters",
            ),
            (
                "struct A<'a> { b: &'a str }",
                "it is for structs without parameters",
            ),
        ] {
            assert_eq!(refused(attribute, item).as_deref(), Some(why), "{item}");
        }
        assert_eq!(refused(attribute, "struct A {}"), None);
    }
}

#[test]
fn wrong_arguments_are_refused() {
    for (attribute, why) in [
        (
            "model(camel_case)",
            "expected `required`, `snake_case` or `crate = path`",
        ),
        (
            "request(required)",
            "expected `snake_case`, `no_from` or `crate = path`",
        ),
        ("model(required, required)", "this is given twice"),
        ("request(snake_case, snake_case)", "this is given twice"),
    ] {
        assert_eq!(refused(attribute, "struct A {}").as_deref(), Some(why));
    }
}

#[test]
fn wrong_attributes_of_fields_are_refused() {
    let unknown = "`wire` takes no such word here, or no second one";
    let optional = "`default`: this field is optional anyway";
    let list = "`required` is for a list or map of a request";
    let skipped = "`skip` and `rarer` stand alone";
    let rarer = "one field has the rarer ones, and none where fields have to be there";
    for (attribute, field, why) in [
        ("model", "#[wire(rename = \"a\")] b: u8", unknown),
        ("model", "#[wire(preset = 1)] b: u8", unknown),
        (
            "model",
            "#[wire(name = \"a\")] #[wire(name = \"c\")] b: u8",
            unknown,
        ),
        ("model", "#[wire(name)] b: u8", "expected `=`"),
        (
            "model",
            "#[wire(name = 5)] b: u8",
            "expected string literal",
        ),
        ("model", "#[wire(default)] b: u8", optional),
        (
            "model(required)",
            "#[wire(default)] b: Option<u8>",
            optional,
        ),
        ("request", "#[wire(default)] b: Vec<u8>", optional),
        ("model", "#[wire(required)] b: u8", list),
        ("request", "#[wire(required)] b: u8", list),
        ("model", "#[wire(skip, omit_empty)] b: Vec<u8>", skipped),
        ("model", "#[wire(skip, name = \"c\")] b: u8", skipped),
        ("model", "#[wire(skip, rarer)] b: Rare<B>", skipped),
        (
            "model",
            "#[wire(rarer)] b: Rare<B>, #[wire(rarer)] c: Rare<C>",
            rarer,
        ),
        ("model(required)", "#[wire(rarer)] b: Rare<B>", rarer),
        ("model", "#[wire(rarer)] b: B", "`rarer` is for `Rare<…>`"),
        (
            "model",
            "#[wire(omit_empty)] b: String",
            "`omit_empty` is for `Option`, `Vec`, `BTreeMap`",
        ),
        (
            "request",
            "b_c: u8, #[wire(name = \"bC\")] d: u8",
            "another field has this name on the wire",
        ),
    ] {
        let item = format!("struct A {{ {field} }}");
        assert_eq!(refused(attribute, &item).as_deref(), Some(why), "{item}");
    }
    for (attribute, field) in [
        (
            "model(required, snake_case)",
            "#[wire(name = \"c\", default, omit_empty)] b: Vec<u8>",
        ),
        ("model", "#[doc = \"x\"] #[serde(skip)] b: u8"),
        (
            "request",
            "#[wire(preset = 1)] b: u8, #[wire(required)] c: Vec<u8>",
        ),
    ] {
        assert_eq!(refused(attribute, &format!("struct A {{ {field} }}")), None);
    }
}
