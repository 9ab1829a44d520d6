//! The groups of operations, each with its methods, made from the contract's tables.

/// Gives `$Holder` a method for each group, and each group a method for each of its operations; `$Call` is what these return.
///
/// The caller defines a macro `methods` that hands on to [`methods!`].
macro_rules! offer {
    ($Call:ident, $Holder:ident; $($name:ident $Group:ident $doc:literal $module:tt $($list:ident)+;)+) => {
        $(
            #[doc = $doc]
            #[derive(Clone, Debug)]
            pub struct $Group($Holder);

            mod $name {
                use super::{$Call, $Group};
                crate::groups::glob! { $module }
                $(plex_sdk_contract::$list!(methods);)+
            }
        )+

        impl $Holder {
            $(
                #[doc = $doc]
                pub fn $name(&self) -> $Group {
                    $Group(self.clone())
                }
            )+
        }
    };
}
pub(crate) use offer;

/// The methods of a group's list.
macro_rules! methods {
    ($Call:ident; $group:ident $list:ident; $([$(#[$doc:meta])* $Name:ident $($empty:tt)?])*) => {
        pastey::paste! {
            impl [<$group:camel>] {
                $(crate::groups::method! { [$(#[$doc])*] $Call, [<$Name:snake>], $Name $(, $empty)? })*
            }
        }
    };
}
pub(crate) use methods;

/// The operations of a module, given as `[library]`.
macro_rules! glob {
    ([$($module:ident)::+]) => { use plex_sdk_contract::endpoints::$($module)::+::*; };
}
pub(crate) use glob;

macro_rules! method {
    ([$(#[$doc:meta])*] $Call:ident, $method:ident, $Name:ident) => {
        $(#[$doc])*
        #[doc = concat!("\n\nThe parameters are documented at [`", stringify!($Name), "`].")]
        pub fn $method(&self, request: impl Into<$Name>) -> $Call<$Name> {
            self.0.send(request.into())
        }
    };
    ([$(#[$doc:meta])*] $Call:ident, $method:ident, $Name:ident, {}) => {
        $(#[$doc])*
        #[doc = concat!("\n\nSends [`", stringify!($Name), "`].")]
        pub fn $method(&self) -> $Call<$Name> {
            self.0.send($Name::default())
        }
    };
}
pub(crate) use method;
