//! Plausible requests of any type: its own deserializer is given a value for every field.
//!
//! Where a parameter has a known text (the description's example) its field gets that, as the field's type reads it;
//! where it has none, a value that fits: 1, 1.5, true, a word, an instant, a list of one, a map of one.

use serde::de::value::{Error, StrDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Error as _, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// Values of parameters by wire name: a text, a number, a list of such, or an object from name to such.
pub(crate) type Texts = BTreeMap<String, Value>;

/// A request with every field filled.
pub(crate) fn value<T: DeserializeOwned>(texts: &Texts) -> Result<T, String> {
    let mut sampler = Sampler {
        texts,
        field: "",
        given: None,
    };
    T::deserialize(&mut sampler).map_err(|error| format!("{}: {error}", sampler.field))
}

struct Sampler<'a> {
    texts: &'a Texts,
    /// The field of the request that is being filled.
    field: &'static str,
    /// The value for it, where one is known.
    given: Option<&'a Value>,
}

impl Sampler<'_> {
    /// The known value as a text; lists are joined as they are on the wire.
    fn text(&self) -> Option<String> {
        self.given.map(text_of)
    }

    fn number<N: std::str::FromStr>(&self, otherwise: N) -> Result<N, Error> {
        let Some(text) = self.text() else {
            return Ok(otherwise);
        };
        let text = text.strip_suffix(".0").unwrap_or(&text);
        text.parse()
            .map_err(|_| Error::custom(format!("`{text}` is not the number that the field holds")))
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(text_of).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

macro_rules! numbers {
    ($($method:ident => $visit:ident $otherwise:literal),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit(self.number($otherwise)?)
        }
    )*};
}

impl<'de> serde::Deserializer<'de> for &mut Sampler<'_> {
    type Error = Error;

    numbers!(
        deserialize_i8 => visit_i8 1, deserialize_i16 => visit_i16 1, deserialize_i32 => visit_i32 1,
        deserialize_i64 => visit_i64 1, deserialize_u8 => visit_u8 1, deserialize_u16 => visit_u16 1,
        deserialize_u32 => visit_u32 1, deserialize_u64 => visit_u64 1,
        deserialize_f32 => visit_f32 1.5, deserialize_f64 => visit_f64 1.5,
        // Only instants ask for anything at all.
        deserialize_any => visit_i64 1_700_000_000,
    );
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.text().as_deref() {
            None | Some("1" | "true") => visitor.visit_bool(true),
            Some("0" | "false") => visitor.visit_bool(false),
            Some(other) => Err(Error::custom(format!("`{other}` is no flag"))),
        }
    }
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let word = match self.field {
            "source" => "server://0123456789abcdef",
            _ => "sample",
        };
        visitor.visit_string(self.text().unwrap_or_else(|| word.into()))
    }
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        // Free pairs go as any name; a sample of them would say nothing.
        if self.field == "*" && self.given.is_none() {
            return visitor.visit_seq(Entries::of(self, Vec::new(), 0));
        }
        match self.given {
            Some(Value::Array(list)) => {
                let list = list.iter().map(Some).collect();
                visitor.visit_seq(Entries::of(self, list, 0))
            }
            given => visitor.visit_seq(Entries::of(self, vec![given], 0)),
        }
    }
    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(Entries::of(self, Vec::new(), len))
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let outermost = self.field.is_empty();
        visitor.visit_map(Fields {
            left: fields.iter(),
            outermost,
            outer: self.given,
            sampler: self,
        })
    }
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let entries: Vec<(&str, Option<&Value>)> = match self.given {
            Some(Value::Object(object)) => object
                .iter()
                .map(|(name, value)| (name.as_str(), Some(value)))
                .collect(),
            Some(other) => return Err(Error::custom(format!("`{other}` is no object"))),
            None => vec![("name", None)],
        };
        visitor.visit_map(Pairs {
            sampler: self,
            left: entries.into_iter(),
            value: None,
        })
    }
    serde::forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf unit unit_struct tuple_struct enum identifier ignored_any
    }
}

struct Entries<'s, 'a> {
    sampler: &'s mut Sampler<'a>,
    left: std::vec::IntoIter<Option<&'a Value>>,
}

impl<'s, 'a> Entries<'s, 'a> {
    fn of(sampler: &'s mut Sampler<'a>, mut list: Vec<Option<&'a Value>>, least: usize) -> Self {
        if list.len() < least {
            list.resize(least, None);
        }
        Self {
            sampler,
            left: list.into_iter(),
        }
    }
}

impl<'de> SeqAccess<'de> for Entries<'_, '_> {
    type Error = Error;
    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        let Some(given) = self.left.next() else {
            return Ok(None);
        };
        self.sampler.given = given;
        seed.deserialize(&mut *self.sampler).map(Some)
    }
}

struct Pairs<'s, 'a> {
    sampler: &'s mut Sampler<'a>,
    left: std::vec::IntoIter<(&'a str, Option<&'a Value>)>,
    value: Option<&'a Value>,
}

impl<'de> MapAccess<'de> for Pairs<'_, '_> {
    type Error = Error;
    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        let Some((name, value)) = self.left.next() else {
            return Ok(None);
        };
        self.value = value;
        let name: StrDeserializer<'_, Error> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        self.sampler.given = self.value;
        seed.deserialize(&mut *self.sampler)
    }
}

struct Fields<'s, 'a> {
    sampler: &'s mut Sampler<'a>,
    left: std::slice::Iter<'static, &'static str>,
    /// True for the fields of the request itself.
    outermost: bool,
    outer: Option<&'a Value>,
}

impl<'de> MapAccess<'de> for Fields<'_, '_> {
    type Error = Error;
    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        let Some(field) = self.left.next() else {
            return Ok(None);
        };
        if self.outermost {
            self.sampler.field = field;
            self.sampler.given = self.sampler.texts.get(field.trim_end_matches('+'));
        } else {
            self.sampler.given = self.outer.and_then(|outer| outer.get(field));
        }
        let name: StrDeserializer<'_, Error> = (*field).into_deserializer();
        seed.deserialize(name).map(Some)
    }
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(&mut *self.sampler)
    }
}
