//! One way to write a closed list of codes.

/// Declares an enum whose variants are codes of a report: each variant with its code and its name for people, once.
///
/// The name after `as` stands in the OpenAPI document. The enum gets `ALL` in the order in which it is written, `code`,
/// `name` and `from_code`.
macro_rules! codes {
    (
        $(#[$meta:meta])*
        pub enum $enum:ident as $schema:ident {
            $( $(#[$doc:meta])* $variant:ident = $code:tt, $name:tt; )+
        }
    ) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "openapi", schema(as = $schema))]
        pub enum $enum {
            $( $(#[$doc])* #[serde(rename = $code)] $variant, )+
        }

        impl $enum {
            /// Every code, in the order of the list.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$variant),+];

            /// The code as it stands in a report.
            pub const fn code(self) -> &'static str {
                match self {
                    $( Self::$variant => $code, )+
                }
            }

            /// The name for people, in Chinese; the identifier of a pack.
            pub const fn name(self) -> &'static str {
                match self {
                    $( Self::$variant => $name, )+
                }
            }

            /// What a code stands for; none where it is not on the list.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|entry| entry.code() == code)
            }
        }
    };
}
pub(crate) use codes;
