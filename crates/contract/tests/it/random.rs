//! Arbitrary values of any model or request, made by its own deserializer from a string of random bytes.
//!
//! [`value`] pretends to be a format: asked for a struct it gives every field, asked for a number it gives one that
//! fits, and so on. Once the bytes are used up it gives the smallest value, so fewer bytes shrink a failing case.

use serde::Deserializer;
use serde::de::value::{Error, StrDeserializer, StringDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};

/// What texts may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Texts {
    /// Any character, as requests may.
    Request,
    /// What XML can carry too, as answers may.
    Answer,
}

/// Random bytes, and where in the value they are being spent.
pub(crate) struct Source<'a> {
    bytes: std::slice::Iter<'a, u8>,
    texts: Texts,
    needed: Vec<&'static str>,
    field: &'static str,
    in_list: bool,
    depth: usize,
}

/// A value of `T`; the fields named in `needed` get texts that a path can hold, which are not empty.
pub(crate) fn value<T: DeserializeOwned>(
    bytes: &[u8],
    texts: Texts,
    needed: Vec<&'static str>,
) -> T {
    let mut source = Source {
        bytes: bytes.iter(),
        texts,
        needed,
        field: "",
        in_list: false,
        depth: 0,
    };
    T::deserialize(&mut source).expect("a model takes what it asked for")
}

const PIECES: &[&str] = &[
    "a",
    "Z",
    "7",
    " ",
    "ä",
    "电视",
    "🎬",
    "&",
    "=",
    "+",
    "%",
    "#",
    "/",
    "?",
    "[",
    "]",
    "<",
    ">",
    "\"",
    "'",
    "*",
    ".",
    "..",
    ":",
    ";",
    "&amp;",
    "]]>",
    "<!--",
    "%20",
    "\\",
    "{",
    "}",
    "\t",
    "\n",
    "\r",
    "\u{a0}",
    "\u{2028}",
    "true",
    "null",
    "0",
    ",",
    "longer than a small text keeps inline",
];
/// Pieces that XML cannot carry.
const CONTROLS: &[&str] = &["\0", "\u{1}", "\u{b}", "\u{1f}", "\u{fffe}"];
const TOKEN: &[&str] = &["a", "Z", "9", "-", "_", ".", "<", "&", "\"", "'", "%", "~"];

impl Source<'_> {
    fn byte(&mut self) -> u8 {
        self.bytes.next().copied().unwrap_or(0)
    }

    fn number(&mut self) -> u64 {
        match self.byte() % 4 {
            0 => 0,
            1 => self.byte().into(),
            2 => u64::MAX,
            _ => (0..8).fold(0, |sum, _| sum << 8 | u64::from(self.byte())),
        }
    }

    fn pieces(&mut self, from: &[&str]) -> String {
        let count = usize::from(self.byte() % 6);
        (0..count)
            .map(|_| from[usize::from(self.byte()) % from.len()])
            .collect()
    }

    fn text(&mut self) -> String {
        match self.field {
            "token"
            | "accessToken"
            | "authToken"
            | "authenticationToken"
            | "auth_token"
            | "jwt"
            | "deviceJWT" => return format!("t{}", self.pieces(TOKEN)),
            "source" => {
                let server = self.byte().is_multiple_of(2);
                return if server {
                    "server://0a-_.b"
                } else {
                    "provider://tv.plex-x"
                }
                .into();
            }
            _ => {}
        }
        let mut text = self.pieces(PIECES);
        if self.texts == Texts::Request && self.byte() % 4 == 3 {
            text.push_str(CONTROLS[usize::from(self.byte()) % CONTROLS.len()]);
            text.push('x');
        }
        let mut text = match self.texts {
            // Entries of a list are told apart by commas, and white space around them does not count.
            Texts::Request if self.in_list => text.replace(',', ";").trim().to_owned(),
            _ => text,
        };
        let needed = self.in_list || self.field == "ratingKey" || self.needed.contains(&self.field);
        if needed && matches!(text.as_str(), "" | "." | "..") {
            text.push('k');
        }
        text
    }
}

macro_rules! numbers {
    ($($method:ident => $visit:ident),*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            #[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "any bits will do")]
            visitor.$visit(self.number() as _)
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Source<'_> {
    type Error = Error;

    numbers!(deserialize_i8 => visit_i8, deserialize_i16 => visit_i16, deserialize_i32 => visit_i32,
        deserialize_i64 => visit_i64, deserialize_u8 => visit_u8, deserialize_u16 => visit_u16,
        deserialize_u32 => visit_u32, deserialize_u64 => visit_u64);

    /// Only instants ask for anything at all; this one is between 1653 and 2286.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let seconds = i64::try_from(self.number() % 20_000_000_000).unwrap_or(0);
        visitor.visit_i64(seconds - 10_000_000_000)
    }
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(self.byte() % 2 == 1)
    }
    /// Eighths: reading JSON may be off in the last bit of a number with more digits.
    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let eighths = i16::from_le_bytes([self.byte(), self.byte()]);
        visitor.visit_f64(f64::from(eighths) / 8.0)
    }
    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_f64(visitor)
    }
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_string(self.text())
    }
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_string(self.text())
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        // XML tells a show from a menu's entry by its rating key, so no item goes without.
        if self.byte() % 2 == 1 || self.field == "ratingKey" {
            visitor.visit_some(self)
        } else {
            visitor.visit_none()
        }
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let needs_one = self.needed.contains(&self.field);
        // Most lists inside a list are empty, so that the bytes last to the later fields.
        let wanted = match self.byte() {
            byte if self.depth <= 1 => usize::from(byte % 4),
            0..200 => 0,
            byte => usize::from(byte % 3) + 1,
        };
        let wanted = wanted.max(needs_one.into());
        let count = if self.depth > 6 { 0 } else { wanted };
        let outer = std::mem::replace(&mut self.in_list, true);
        let read = visitor.visit_seq(Entries {
            source: &mut *self,
            left: count,
        });
        self.in_list = outer;
        read
    }
    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Error> {
        let outer = std::mem::replace(&mut self.in_list, false);
        let read = visitor.visit_seq(Entries {
            source: &mut *self,
            left: len,
        });
        self.in_list = outer;
        read
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let (field, in_list) = (self.field, self.in_list);
        self.in_list = false;
        self.depth += 1;
        // The first field differs from case to case, so that bytes reach late fields too.
        let first = usize::from(self.byte()) % fields.len().max(1);
        let order = fields.iter().cycle().skip(first).take(fields.len());
        let read = visitor.visit_map(Fields {
            order,
            source: &mut *self,
        });
        self.depth -= 1;
        (self.field, self.in_list) = (field, in_list);
        read
    }
    /// Only requests hold maps, from text to text.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let left = usize::from(self.byte() % 3);
        let outer = std::mem::replace(&mut self.in_list, false);
        let read = visitor.visit_map(Pairs {
            source: &mut *self,
            left,
        });
        self.in_list = outer;
        read
    }
    serde::forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf unit unit_struct tuple_struct enum identifier ignored_any
    }
}

struct Entries<'s, 'a> {
    source: &'s mut Source<'a>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Entries<'_, '_> {
    type Error = Error;
    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(&mut *self.source).map(Some)
    }
}

/// Entries of a map. A name in brackets ends before the last bracket, so none ends with one.
struct Pairs<'s, 'a> {
    source: &'s mut Source<'a>,
    left: usize,
}

impl<'de> MapAccess<'de> for Pairs<'_, '_> {
    type Error = Error;
    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let name = format!("{}{}", self.source.pieces(PIECES), self.left);
        let name: StringDeserializer<Error> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(&mut *self.source)
    }
}

struct Fields<'s, 'a, I> {
    order: I,
    source: &'s mut Source<'a>,
}

impl<'de, I: Iterator<Item = &'static &'static str>> MapAccess<'de> for Fields<'_, '_, I> {
    type Error = Error;
    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        let Some(field) = self.order.next() else {
            return Ok(None);
        };
        self.source.field = field;
        let name: StrDeserializer<'_, Error> = field.into_deserializer();
        seed.deserialize(name).map(Some)
    }
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(&mut *self.source)
    }
}
