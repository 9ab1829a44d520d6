//! Pictures of one colour, written as PNG.

use crate::world::tokens::Digest;

/// The widest and highest picture there is, in pixels.
const LARGEST: u32 = 4096;

/// A picture of one colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Picture {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) colour: [u8; 3],
}

impl Picture {
    /// The picture of a thing: its name gives the colour.
    pub(crate) fn of(name: &str, (width, height): (u32, u32)) -> Self {
        let [red, green, blue, ..] = Digest::of(name).0;
        Self {
            width,
            height,
            colour: [red, green, blue],
        }
    }

    /// The same in another size, with its proportions: it fits into the size, or with `cover` its shorter side does.
    pub(crate) fn scaled(
        self,
        width: Option<u32>,
        height: Option<u32>,
        cover: bool,
        upscale: bool,
    ) -> Self {
        let (w, h) = (f64::from(self.width), f64::from(self.height));
        let ratio = |wanted: Option<u32>, own: f64| wanted.map(|wanted| f64::from(wanted) / own);
        let both = match (ratio(width, w), ratio(height, h)) {
            (Some(a), Some(b)) if cover => a.max(b),
            (Some(a), Some(b)) => a.min(b),
            (one, other) => one.or(other).unwrap_or(1.0),
        };
        let factor = if upscale { both } else { both.min(1.0) };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the number is between 1 and the largest size"
        )]
        let side = |own: f64| (own * factor).round().clamp(1.0, f64::from(LARGEST)) as u32;
        Self {
            width: side(w),
            height: side(h),
            ..self
        }
    }

    /// The picture as a PNG file: one colour in the palette, and a bit for each pixel.
    pub(crate) fn png(self) -> Vec<u8> {
        let (width, height) = (self.width.clamp(1, LARGEST), self.height.clamp(1, LARGEST));
        let mut header = Vec::new();
        header.extend(width.to_be_bytes());
        header.extend(height.to_be_bytes());
        // A bit for each pixel, a palette, and the only ways to compress and filter; not interlaced.
        header.extend([1, 3, 0, 0, 0]);
        // Each row starts with its filter; all pixels are number 0 of the palette.
        let rows = height as usize * (1 + width.div_ceil(8) as usize);
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        chunk(&mut png, *b"IHDR", &header);
        chunk(&mut png, *b"PLTE", &self.colour);
        chunk(&mut png, *b"IDAT", &zeros(rows));
        chunk(&mut png, *b"IEND", &[]);
        png
    }
}

/// So many zeros in a zlib stream, not compressed.
fn zeros(mut count: usize) -> Vec<u8> {
    // Adler-32 of zeros: the first sum stays 1, the second counts them.
    let sum = (u32::try_from(count % 65521).unwrap_or_default() << 16) | 1;
    let mut out = vec![0x78, 0x01];
    while count > 0 {
        let length = u16::try_from(count).unwrap_or(u16::MAX);
        count -= usize::from(length);
        out.push(u8::from(count == 0));
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.resize(out.len() + usize::from(length), 0);
    }
    out.extend(sum.to_be_bytes());
    out
}

fn chunk(png: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    png.extend(u32::try_from(data.len()).unwrap_or_default().to_be_bytes());
    let from = png.len();
    png.extend(kind);
    png.extend(data);
    let sum = crc(&png[from..]);
    png.extend(sum.to_be_bytes());
}

/// CRC-32 as PNG has it.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            let mask = (sum & 1).wrapping_neg();
            (sum >> 1) ^ (0xEDB8_8320 & mask)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sums_are_those_of_the_standards() {
        assert_eq!(crc(b"123456789"), 0xCBF4_3926);
        // The end of every PNG file.
        assert_eq!(crc(b"IEND"), 0xAE42_6082);
        assert_eq!(
            zeros(3),
            [0x78, 1, 1, 3, 0, 0xfc, 0xff, 0, 0, 0, 0, 3, 0, 1]
        );
    }

    #[test]
    fn a_picture_keeps_its_proportions() {
        let picture = Picture::of("x", (200, 300));
        let size = |picture: Picture| (picture.width, picture.height);
        assert_eq!(
            size(picture.scaled(Some(100), Some(100), false, false)),
            (67, 100)
        );
        assert_eq!(
            size(picture.scaled(Some(100), Some(100), true, false)),
            (100, 150)
        );
        assert_eq!(
            size(picture.scaled(Some(400), None, false, false)),
            (200, 300)
        );
        assert_eq!(
            size(picture.scaled(Some(400), None, false, true)),
            (400, 600)
        );
        assert_eq!(
            size(picture.scaled(Some(u32::MAX), None, false, true)),
            (4096, 4096)
        );
        assert_eq!(size(picture.scaled(Some(0), Some(0), false, false)), (1, 1));
        assert_eq!(size(picture.scaled(None, None, false, false)), (200, 300));
    }
}
