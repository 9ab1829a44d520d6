//! [`Value`] as a deserializer, which puts right what it finds: see [`value`](super::value).

use super::fault::DecodeFault;
use super::parts::{Entries, Fields};
use super::value::{Kind, Number, Value};
use super::wire::OPTIONAL;
use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer, StrDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, Expected, MapAccess, SeqAccess, Unexpected, Visitor,
};
use std::borrow::Cow;

macro_rules! numbers {
    ($($method:ident),*) => {$(
        #[inline]
        fn $method<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, DecodeFault> {
            match self.number(&visitor)? {
                Number::Unsigned(number) => visitor.visit_u64(number),
                Number::Signed(number) => visitor.visit_i64(number),
            }
        }
    )*};
}

macro_rules! unsigned_numbers {
    ($($method:ident),*) => {$(
        #[inline]
        fn $method<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, DecodeFault> {
            match self.number(&visitor)? {
                Number::Unsigned(number) => visitor.visit_u64(number),
                Number::Signed(-1) => Err(minus_one(&visitor)),
                Number::Signed(number) => visitor.visit_i64(number),
            }
        }
    )*};
}

/// Servers write -1 for a number that there is none of.
#[cold]
fn minus_one(expected: &dyn Expected) -> DecodeFault {
    DecodeFault::invalid_value(Unexpected::Signed(-1), expected).of_nothing()
}

fn visit_text<'v, V: Visitor<'v>>(text: Cow<'v, str>, visitor: V) -> Result<V::Value, DecodeFault> {
    match text {
        Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
        Cow::Owned(text) => visitor.visit_string(text),
    }
}

impl<'v> Deserializer<'v> for Value<'v> {
    type Error = DecodeFault;

    numbers!(
        deserialize_i8,
        deserialize_i16,
        deserialize_i32,
        deserialize_i64
    );
    unsigned_numbers!(
        deserialize_u8,
        deserialize_u16,
        deserialize_u32,
        deserialize_u64
    );

    fn deserialize_any<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, DecodeFault> {
        self.is_something(&visitor)?;
        match self.kind() {
            Kind::Null => visitor.visit_unit(),
            Kind::Bool(flag) => visitor.visit_bool(flag),
            Kind::Unsigned(number) => visitor.visit_u64(number),
            Kind::Signed(number) => visitor.visit_i64(number),
            Kind::Float(number) => visitor.visit_f64(number),
            Kind::Text(_) => self.deserialize_str(visitor),
            Kind::List => self.deserialize_seq(visitor),
            Kind::Object => self.deserialize_map(visitor),
        }
    }
    fn deserialize_f32<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, DecodeFault> {
        self.deserialize_f64(visitor)
    }
    fn deserialize_f64<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, DecodeFault> {
        let number = self.float(&visitor)?;
        visitor.visit_f64(number)
    }
    fn deserialize_bool<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, DecodeFault> {
        let flag = self.flag(&visitor)?;
        visitor.visit_bool(flag)
    }
    #[inline]
    fn deserialize_str<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, DecodeFault> {
        let text = self.text(&visitor)?;
        visit_text(text, visitor)
    }
    #[inline]
    fn deserialize_string<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, DecodeFault> {
        self.deserialize_str(visitor)
    }
    fn deserialize_char<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, DecodeFault> {
        self.deserialize_str(visitor)
    }
    #[inline]
    fn deserialize_option<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, DecodeFault> {
        if self.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }
    fn deserialize_seq<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, DecodeFault> {
        visitor.visit_seq(self.entries())
    }
    fn deserialize_map<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, DecodeFault> {
        let fields = self.fields(None, &visitor)?;
        visitor.visit_map(fields)
    }
    fn deserialize_struct<V: Visitor<'v>>(
        self,
        _name: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeFault> {
        let fields = self.fields(Some(names), &visitor)?;
        visitor.visit_map(fields)
    }
    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'v>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeFault> {
        if name == OPTIONAL {
            return self.optional().deserialize_option(visitor);
        }
        visitor.visit_newtype_struct(self)
    }
    fn deserialize_enum<V: Visitor<'v>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeFault> {
        if self.is_object() {
            let fields = self.fields(None, &visitor)?;
            return visitor.visit_enum(MapAccessDeserializer::new(fields));
        }
        let word = self.text(&visitor)?;
        visitor.visit_enum(StrDeserializer::new(&word))
    }
    #[inline]
    fn deserialize_ignored_any<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, DecodeFault> {
        visitor.visit_unit()
    }
    serde::forward_to_deserialize_any! {
        <V: Visitor<'v>>
        i128 u128 bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}

impl<'v> SeqAccess<'v> for Entries<'v> {
    type Error = DecodeFault;
    fn next_element_seed<S: DeserializeSeed<'v>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, DecodeFault> {
        let Some(value) = self.next() else {
            return Ok(None);
        };
        let element = value.element();
        match seed.deserialize(value) {
            Ok(read) => Ok(Some(read)),
            Err(fault) => Err(self.out_of(element, fault)),
        }
    }
    fn size_hint(&self) -> Option<usize> {
        // A vector that is not told makes room for four.
        Some(self.hint())
    }
}

impl<'v> MapAccess<'v> for Fields<'v> {
    type Error = DecodeFault;
    fn next_key_seed<S: DeserializeSeed<'v>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, DecodeFault> {
        match self.next_name()? {
            Some(name) => seed
                .deserialize(BorrowedStrDeserializer::new(name))
                .map(Some),
            None => Ok(None),
        }
    }
    fn next_value_seed<S: DeserializeSeed<'v>>(
        &mut self,
        seed: S,
    ) -> Result<S::Value, DecodeFault> {
        let value = self.value();
        match seed.deserialize(value) {
            Ok(read) => Ok(read),
            Err(fault) => Err(self.out_of(fault)),
        }
    }
}
