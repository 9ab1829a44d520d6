//! [`Coerce`]: the leniency layer between a format's deserializer and a model.
//!
//! | the model wants | the body has | result |
//! |---|---|---|
//! | number | text of a number, a boolean, a float without fraction | the number |
//! | number, boolean | empty text or `null` | 0, false |
//! | boolean | 0, 1, `"0"`, `"1"`, `"true"`, `"false"` | the boolean |
//! | text | number, boolean | its digits or word |
//! | text | object | its `id`, as plex.tv's `<role id="plexpass"/>` |
//! | list | one object or scalar | a list of one |
//! | list | text | its parts between commas |
//! | list | `null` | an empty list |
//! | object | list | its first entry |
//! | object | `null` | an object without fields |

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected,
    Visitor,
};
use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;

use super::place;
use crate::text::Text;

/// Objects inside objects deeper than this are refused: models are wide, and each one being read takes its share of
/// the stack. Servers nest less than half as deep.
const MAX_DEPTH: u32 = 24;

thread_local! {
    /// How many objects are being read, one inside the other.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// One object being read.
struct Level;

impl Level {
    fn enter<E: Error>() -> Result<Self, E> {
        let depth = DEPTH.get();
        if depth >= MAX_DEPTH {
            return Err(E::custom(format_args!(
                "objects are nested deeper than {MAX_DEPTH}"
            )));
        }
        DEPTH.set(depth + 1);
        Ok(Self)
    }
}

impl Drop for Level {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get().saturating_sub(1));
    }
}

/// A deserializer that puts right what the one inside it finds; see the table above.
pub struct Coerce<D>(pub D);

macro_rules! numbers {
    ($($method:ident),*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.0.deserialize_any(Number(visitor))
        }
    )*};
}

macro_rules! texts {
    ($($method:ident),*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.0.deserialize_any(TextLike(visitor))
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Coerce<D> {
    type Error = D::Error;

    numbers!(
        deserialize_i8,
        deserialize_i16,
        deserialize_i32,
        deserialize_i64,
        deserialize_u8,
        deserialize_u16,
        deserialize_u32,
        deserialize_u64
    );
    texts!(deserialize_str, deserialize_string, deserialize_char);

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(Float(visitor))
    }
    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(Float(visitor))
    }
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(Flag(visitor))
    }
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(Inner(visitor))
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_option(Inner(visitor))
    }
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(List(visitor))
    }
    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, v: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_tuple(len, Inner(v))
    }
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(Inner(visitor))
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let _level = Level::enter()?;
        self.0.deserialize_option(Object {
            name,
            fields,
            visitor,
        })
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        visitor.visit_newtype_struct(self)
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_enum(name, variants, Inner(visitor))
    }
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_identifier(visitor)
    }
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_ignored_any(visitor)
    }
    serde::forward_to_deserialize_any! {
        i128 u128 bytes byte_buf unit unit_struct tuple_struct
    }
}

/// Reads a seed through the layer.
struct Seed<S>(S);

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Seed<S> {
    type Value = S::Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Coerce(deserializer))
    }
}

/// A list whose entries are read through the layer.
struct Entries<A> {
    list: A,
    next: usize,
}

impl<A> Entries<A> {
    fn of(list: A) -> Self {
        Self { list, next: 0 }
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Entries<A> {
    type Error = A::Error;
    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let read = self.list.next_element_seed(Seed(seed));
        if read.is_err() {
            place::out_of_entry(self.next);
        }
        self.next += 1;
        read
    }
    fn size_hint(&self) -> Option<usize> {
        // Most lists have one entry, and a vector that is not told so makes room for four.
        Some(self.list.size_hint().unwrap_or(1))
    }
}

/// An object whose values are read through the layer.
struct Values<'de, A> {
    object: A,
    /// The name of the field whose value is next, where the format lends it.
    field: Option<&'de str>,
}

impl<A> Values<'_, A> {
    fn of(object: A) -> Self {
        Self {
            object,
            field: None,
        }
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Values<'de, A> {
    type Error = A::Error;
    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let field = &mut self.field;
        self.object.next_key_seed(Overheard { inner: seed, field })
    }
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let read = self.object.next_value_seed(Seed(seed));
        if let (Err(_), Some(field)) = (&read, self.field) {
            place::out_of_field(field);
        }
        read
    }
    fn size_hint(&self) -> Option<usize> {
        self.object.size_hint()
    }
}

/// Hands a name on and keeps it.
struct Overheard<'k, 'de, T> {
    inner: T,
    field: &'k mut Option<&'de str>,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Overheard<'_, 'de, S> {
    type Value = S::Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(Overheard {
            inner: deserializer,
            field: self.field,
        })
    }
}

impl<'k, 'de, D: Deserializer<'de>> Overheard<'k, 'de, D> {
    fn with<V>(self, visitor: V) -> (D, Overheard<'k, 'de, V>) {
        let visitor = Overheard {
            inner: visitor,
            field: self.field,
        };
        (self.inner, visitor)
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Overheard<'_, 'de, D> {
    type Error = D::Error;
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let (inner, visitor) = self.with(visitor);
        inner.deserialize_any(visitor)
    }
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let (inner, visitor) = self.with(visitor);
        inner.deserialize_identifier(visitor)
    }
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let (inner, visitor) = self.with(visitor);
        inner.deserialize_str(visitor)
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        visitor.visit_newtype_struct(self)
    }
    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char string bytes byte_buf option unit
        unit_struct seq tuple tuple_struct map struct enum ignored_any
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Overheard<'_, 'de, V> {
    type Value = V::Value;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }
    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<V::Value, E> {
        *self.field = Some(name);
        self.inner.visit_borrowed_str(name)
    }
    fn visit_str<E: Error>(self, name: &str) -> Result<V::Value, E> {
        *self.field = None;
        self.inner.visit_str(name)
    }
    fn visit_string<E: Error>(self, name: String) -> Result<V::Value, E> {
        *self.field = None;
        self.inner.visit_string(name)
    }
    fn visit_u64<E: Error>(self, name: u64) -> Result<V::Value, E> {
        self.inner.visit_u64(name)
    }
}

macro_rules! pass {
    ($($method:ident($ty:ty))*) => {$(
        fn $method<E: Error>(self, value: $ty) -> Result<V::Value, E> {
            self.0.$method(value)
        }
    )*};
}

/// Passes everything on, entries through the layer.
struct Inner<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Inner<V> {
    type Value = V::Value;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }
    pass!(visit_bool(bool) visit_i64(i64) visit_u64(u64) visit_f64(f64)
        visit_str(&str) visit_borrowed_str(&'de str) visit_string(String));
    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_none()
    }
    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_unit()
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(Coerce(deserializer))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(Entries::of(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(Values::of(map))
    }
    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<V::Value, A::Error> {
        self.0.visit_enum(data)
    }
}

/// Takes the one value out of a list where a scalar was wanted (an XML element, or a stray list).
fn only<'de, A: SeqAccess<'de>, S: DeserializeSeed<'de>>(
    mut list: A,
    seed: S,
    expected: &dyn serde::de::Expected,
) -> Result<S::Value, A::Error> {
    let value = list
        .next_element_seed(seed)?
        .ok_or_else(|| A::Error::invalid_length(0, expected))?;
    while list.next_element::<IgnoredAny>()?.is_some() {}
    Ok(value)
}

macro_rules! scalar_from_list {
    ($method:ident) => {
        fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
            Coerce(deserializer).$method(self.0)
        }
        fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<V::Value, A::Error> {
            struct Again<V>(V);
            impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Again<V> {
                type Value = V::Value;
                fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<V::Value, D::Error> {
                    Coerce(d).$method(self.0)
                }
            }
            only(list, Again(self.0), &"one value")
        }
    };
}

/// Wants a whole number.
struct Number<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Number<V> {
    type Value = V::Value;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }
    pass!(visit_i64(i64) visit_u64(u64));
    fn visit_bool<E: Error>(self, value: bool) -> Result<V::Value, E> {
        self.0.visit_u64(value.into())
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "only numbers without a fraction and inside i64 are cast"
    )]
    fn visit_f64<E: Error>(self, value: f64) -> Result<V::Value, E> {
        if value.fract() == 0.0 && value.abs() < i64::MAX as f64 {
            self.0.visit_i64(value as i64)
        } else {
            Err(E::invalid_type(Unexpected::Float(value), &self))
        }
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        if let Ok(number) = text.parse::<u64>() {
            return self.0.visit_u64(number);
        }
        let trimmed = text.trim();
        if let Ok(number) = trimmed.parse::<u64>() {
            self.0.visit_u64(number)
        } else if let Ok(number) = trimmed.parse::<i64>() {
            self.0.visit_i64(number)
        } else if trimmed.is_empty() {
            self.0.visit_u64(0)
        } else if let Ok(number) = trimmed.parse::<f64>() {
            self.visit_f64(number)
        } else {
            Err(E::invalid_value(Unexpected::Str(text), &self))
        }
    }
    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_u64(0)
    }
    scalar_from_list!(deserialize_i64);
}

/// Wants a number with a fraction.
struct Float<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Float<V> {
    type Value = V::Value;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }
    pass!(visit_i64(i64) visit_u64(u64) visit_f64(f64));
    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        match text.trim() {
            "" => self.0.visit_f64(0.0),
            trimmed => match trimmed.parse::<f64>() {
                Ok(number) if number.is_finite() => self.0.visit_f64(number),
                _ => Err(E::invalid_value(Unexpected::Str(text), &self)),
            },
        }
    }
    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_f64(0.0)
    }
    scalar_from_list!(deserialize_f64);
}

/// Wants a boolean.
struct Flag<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Flag<V> {
    type Value = V::Value;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }
    pass!(visit_bool(bool));
    fn visit_u64<E: Error>(self, value: u64) -> Result<V::Value, E> {
        match value {
            0 | 1 => self.0.visit_bool(value == 1),
            _ => Err(E::invalid_value(Unexpected::Unsigned(value), &self)),
        }
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<V::Value, E> {
        match value {
            0 | 1 => self.0.visit_bool(value == 1),
            _ => Err(E::invalid_value(Unexpected::Signed(value), &self)),
        }
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        match text.trim() {
            "1" | "true" | "True" => self.0.visit_bool(true),
            "0" | "false" | "False" | "" => self.0.visit_bool(false),
            _ => Err(E::invalid_value(Unexpected::Str(text), &self)),
        }
    }
    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_bool(false)
    }
    scalar_from_list!(deserialize_bool);
}

/// Wants text.
struct TextLike<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for TextLike<V> {
    type Value = V::Value;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }
    pass!(visit_str(&str) visit_borrowed_str(&'de str) visit_string(String));
    fn visit_bool<E: Error>(self, value: bool) -> Result<V::Value, E> {
        self.0.visit_str(if value { "1" } else { "0" })
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<V::Value, E> {
        self.0.visit_string(value.to_string())
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<V::Value, E> {
        self.0.visit_string(value.to_string())
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<V::Value, E> {
        self.0.visit_string(value.to_string())
    }
    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_str("")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<V::Value, A::Error> {
        let mut id = None;
        while let Some(key) = map.next_key::<Text>()? {
            if id.is_none() && key == "id" {
                id = Some(map.next_value_seed(Seed(PhantomData::<Text>))?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        match id {
            Some(id) => self.0.visit_str(&id),
            None => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
    scalar_from_list!(deserialize_str);
}

/// Wants a list.
struct List<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for List<V> {
    type Value = V::Value;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(Entries::of(list))
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        Coerce(deserializer).deserialize_seq(self.0)
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(One(Some(MapAccessDeserializer::new(map))))
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        if text.trim().is_empty() {
            return self.visit_unit();
        }
        let parts = text
            .split(',')
            .map(|part| StrDeserializer::<E>::new(part.trim()));
        self.0.visit_seq(Entries::of(Parts(parts, PhantomData)))
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<V::Value, E> {
        self.visit_u64(value.into())
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<V::Value, E> {
        self.visit_str(&value.to_string())
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<V::Value, E> {
        self.visit_str(&value.to_string())
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<V::Value, E> {
        self.visit_str(&value.to_string())
    }
    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_seq(Nothing(PhantomData))
    }
}

/// An object without fields, and a list without entries. It reads no seed, so that no model is compiled once more for it.
struct Nothing<E>(PhantomData<E>);

impl<'de, E: Error> MapAccess<'de> for Nothing<E> {
    type Error = E;
    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, _: S) -> Result<Option<S::Value>, E> {
        Ok(None)
    }
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, _: S) -> Result<S::Value, E> {
        Err(E::custom("there is no value"))
    }
}

impl<'de, E: Error> SeqAccess<'de> for Nothing<E> {
    type Error = E;
    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, _: S) -> Result<Option<S::Value>, E> {
        Ok(None)
    }
}

/// A list made of the one object that was found.
struct One<D>(Option<D>);

impl<'de, D: Deserializer<'de>> SeqAccess<'de> for One<D> {
    type Error = D::Error;
    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, D::Error> {
        self.0
            .take()
            .map(|inner| seed.deserialize(Coerce(inner)))
            .transpose()
    }
}

/// The parts of a text between its commas.
struct Parts<I, E>(I, PhantomData<E>);

impl<'de, I: Iterator<Item: Deserializer<'de, Error = E>>, E: Error> SeqAccess<'de>
    for Parts<I, E>
{
    type Error = E;
    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, E> {
        self.0.next().map(|part| seed.deserialize(part)).transpose()
    }
}

/// Wants an object.
struct Object<V> {
    name: &'static str,
    fields: &'static [&'static str],
    visitor: V,
}

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Object<V> {
    type Value = V::Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        Coerce(deserializer).deserialize_struct(self.name, self.fields, self.visitor)
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Object<V> {
    type Value = V::Value;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(Values::of(map))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<V::Value, A::Error> {
        only(list, self, &"at least one entry")
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_struct(self.name, self.fields, self)
    }
    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.visit_unit()
    }
    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_map(Nothing(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Thing {
        number: u32,
        maybe: Option<i64>,
        float: Option<f64>,
        flag: bool,
        text: String,
        words: Vec<String>,
        inner: Vec<Inner>,
        one: Inner,
    }

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Inner {
        id: u64,
    }

    fn read(json: &str) -> Result<Thing, serde_json::Error> {
        Thing::deserialize(Coerce(&mut serde_json::Deserializer::from_str(json)))
    }

    #[test]
    fn scalars_of_the_wrong_kind_are_put_right() {
        let thing = read(
            r#"{"number":"7","maybe":"-3","float":"7.5","flag":"1","text":12,"words":"a, b","inner":{"id":"1"},"one":[{"id":2},{"id":3}]}"#,
        );
        let expected = Thing {
            number: 7,
            maybe: Some(-3),
            float: Some(7.5),
            flag: true,
            text: "12".into(),
            words: vec!["a".into(), "b".into()],
            inner: vec![super::tests::Inner { id: 1 }],
            one: super::tests::Inner { id: 2 },
        };
        assert_eq!(thing.unwrap(), expected);
    }

    #[test]
    fn null_is_nothing() {
        let json = r#"{"number":null,"maybe":null,"float":null,"flag":null,"text":null,"words":null,"inner":null,"one":null}"#;
        assert_eq!(read(json).unwrap(), Thing::default());
    }

    #[test]
    fn numbers_of_other_spellings() {
        assert_eq!(read(r#"{"number":3.0}"#).unwrap().number, 3);
        assert_eq!(read(r#"{"number":true}"#).unwrap().number, 1);
        assert_eq!(read(r#"{"number":""}"#).unwrap().number, 0);
        assert!(!read(r#"{"flag":0}"#).unwrap().flag);
        assert_eq!(read(r#"{"float":3}"#).unwrap().float, Some(3.0));
    }

    #[test]
    fn what_cannot_be_put_right_is_an_error() {
        for json in [
            r#"{"number":"seven"}"#,
            r#"{"number":7.5}"#,
            r#"{"number":-1}"#,
            r#"{"number":"99999999999999999999"}"#,
            r#"{"flag":2}"#,
            r#"{"flag":"yes"}"#,
            r#"{"float":"NaN"}"#,
            r#"{"text":{"a":1}}"#,
            r#"{"one":5}"#,
        ] {
            assert!(read(json).is_err(), "{json}");
        }
    }
}
