//! Names, and what is refused; `tests/it` has what is written.

use super::{request, wire_name};
use proc_macro2::Span;
use syn::{DeriveInput, Ident, parse_str};

/// What the first `compile_error!` says, nothing where there is none.
fn refused(text: &str) -> Option<String> {
    let input: DeriveInput = parse_str(text).unwrap();
    let written = request(&input).to_string();
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
fn what_is_no_plain_struct_is_refused() {
    for (text, why) in [
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
        assert_eq!(refused(text).as_deref(), Some(why), "{text}");
    }
    assert_eq!(refused("struct A;"), None);
    assert_eq!(refused("struct A {}"), None);
}

#[test]
fn attributes_that_say_nothing_are_refused() {
    let unknown = "`wire` takes no such word here, or no second one";
    let anyway = "this field need not be there anyway";
    let skipped = "`skip` and `rarer` stand alone";
    let rarer = "one field has the rarer ones, and none where fields have to be there";
    for (text, why) in [
        ("#[wire(camel_case)] struct A {}", unknown),
        ("#[wire(required, required)] struct A {}", unknown),
        ("#[wire(name = \"a\")] struct A {}", unknown),
        ("struct A { #[wire(rename = \"a\")] b: u8 }", unknown),
        ("struct A { #[wire(required)] b: u8 }", unknown),
        (
            "struct A { #[wire(name = \"a\")] #[wire(name = \"c\")] b: u8 }",
            unknown,
        ),
        ("struct A { #[wire(name)] b: u8 }", "expected `=`"),
        (
            "struct A { #[wire(name = 5)] b: u8 }",
            "expected string literal",
        ),
        ("struct A { #[wire(default)] b: u8 }", anyway),
        (
            "#[wire(required)] struct A { #[wire(default)] b: Option<u8> }",
            anyway,
        ),
        ("struct A { #[wire(skip, omit_empty)] b: Vec<u8> }", skipped),
        ("struct A { #[wire(skip, name = \"c\")] b: u8 }", skipped),
        ("struct A { #[wire(skip, rarer)] b: Rare<B> }", skipped),
        (
            "struct A { #[wire(rarer)] b: Rare<B>, #[wire(rarer)] c: Rare<C> }",
            rarer,
        ),
        (
            "#[wire(required)] struct A { #[wire(rarer)] b: Rare<B> }",
            rarer,
        ),
        (
            "struct A { #[wire(rarer)] b: B }",
            "`rarer` is for `Rare<…>`",
        ),
        (
            "struct A { #[wire(omit_empty)] b: String }",
            "`omit_empty` is for `Option`, `Vec`, `BTreeMap`",
        ),
        (
            "struct A { b_c: u8, #[wire(name = \"bC\")] d: u8 }",
            "another field has this name on the wire",
        ),
    ] {
        assert_eq!(refused(text).as_deref(), Some(why), "{text}");
    }
    let fine = "#[wire(required, snake_case)] struct A { #[wire(name = \"c\", default, omit_empty)] b: Vec<u8> }";
    assert_eq!(refused(fine), None);
    assert_eq!(
        refused("struct A { #[doc = \"x\"] #[serde(skip)] b: u8 }"),
        None
    );
}
