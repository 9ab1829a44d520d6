//! Mistakes that the compiler finds: an operation sent to the wrong host, a request without what it requires.

#[test]
fn mistakes_do_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/compile_fail/*.rs");
}
