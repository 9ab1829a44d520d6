//! `wide!`: structs with very many fields, small in memory and quick to read.
//!
//! The wire has one flat object for every kind of item, with some 200 fields of which one item has 40. A struct made
//! with `wide!` keeps the usual fields itself and the others, flat on the wire too, in a box of their own that is there
//! only when one of them is ([`Rare`]).

use std::fmt;
use std::ops::{Deref, DerefMut};

/// Fields that few objects have: nothing until one of them is set, and read as if they were there.
#[derive(Clone)]
pub struct Rare<T>(Option<Box<T>>);

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Empty> Deref for Rare<T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or_else(|| T::empty())
    }
}

impl<T: Empty> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: Empty + PartialEq> PartialEq for Rare<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: fmt::Debug> fmt::Debug for Rare<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(fields) => fields.fmt(f),
            None => f.write_str("-"),
        }
    }
}

/// A struct with nothing in it, to be read where there is none.
pub trait Empty: Default + 'static {
    /// The one for everybody.
    fn empty() -> &'static Self;
}

/// Defines a struct: `"wireName" field: Type,` for each field; `: Box` behind its name gives it a box of rarer fields.
macro_rules! wide {
    (
        $(#[$doc:meta])*
        pub struct $Name:ident $(: $More:ident)? {
            $($(#[$field_doc:meta])* $wire:literal $field:ident: $Type:ty,)+
        }
    ) => {
        $(#[$doc])*
        #[plex_sdk_derive::model]
        pub struct $Name {
            $($(#[$field_doc])* #[wire(name = $wire)] pub $field: $Type,)+
            $(
                #[wire(rarer)]
                #[doc = concat!("The rarer fields, which read and write as if they were fields of `", stringify!($Name), "` itself.")]
                pub more: $crate::model::wide::Rare<$More>,
            )?
        }

        $(
            impl std::ops::Deref for $Name {
                type Target = $More;
                fn deref(&self) -> &$More {
                    &self.more
                }
            }

            impl std::ops::DerefMut for $Name {
                fn deref_mut(&mut self) -> &mut $More {
                    &mut self.more
                }
            }
        )?

        impl $crate::model::wide::Empty for $Name {
            fn empty() -> &'static Self {
                static EMPTY: std::sync::LazyLock<$Name> = std::sync::LazyLock::new($Name::default);
                &EMPTY
            }
        }
    };
}
pub(crate) use wide;
