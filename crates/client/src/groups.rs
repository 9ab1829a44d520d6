//! The groups of operations, each with its methods, made from the contract's table.

/// A group's struct and its methods, one an operation; `blocking` wraps each call.
macro_rules! group {
    ($Call:ident, $Holder:ty; $group:ident; $([$Name:ident $($empty:tt)?])+) => {
        pastey::paste! {
            #[doc = concat!("The operations of the group `", stringify!($group), "`.")]
            #[derive(Clone, Debug)]
            pub struct [<$group:camel>](pub(super) $Holder);

            impl [<$group:camel>] {
                $(crate::groups::method! { $Call, $group, [<$Name:snake>], $Name $(, $empty)? })+
            }
        }
    };
}
pub(crate) use group;

macro_rules! method {
    ($Call:ident, $group:ident, $method:ident, $Name:ident) => {
        #[doc = concat!("Calls [`", stringify!($Name), "`], whose page tells parameters, answer, errors and who may.")]
        pub fn $method(&self, request: impl Into<$Name>) -> $Call<$Name> {
            self.0.send(request.into())
        }
    };
    ($Call:ident, $group:ident, $method:ident, $Name:ident, {}) => {
        #[doc = concat!("Calls [`", stringify!($Name), "`], whose page tells answer, errors and who may.")]
        pub fn $method(&self) -> $Call<$Name> {
            self.0.send($Name {})
        }
    };
}
pub(crate) use method;
