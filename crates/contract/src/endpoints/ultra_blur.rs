//! Colours and backgrounds made from a picture.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, ultra_blur, ultra_blur_endpoints;
}
