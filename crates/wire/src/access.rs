//! What an officer's token opens.

use serde::{Deserialize, Serialize};

use crate::District;

/// `GET /v1/access`: how far the token of the request reaches, so that a page knows what to ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Access {
    /// The only district; absent when the token opens the whole city.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub district: Option<District>,
    /// The last day on which the token works.
    #[cfg_attr(feature = "openapi", schema(example = "2027-11-22"))]
    pub expires: String,
    /// True in the token's last 30 days.
    pub expires_soon: bool,
}
