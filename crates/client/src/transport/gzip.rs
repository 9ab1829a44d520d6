//! Sending with compressed responses: asking for gzip, and decoding it piece by piece.

use super::{Body, Transport, TransportError};
use bytes::Bytes;

/// Sends a request that accepts a gzip response unless it says otherwise, and decodes the response.
///
/// A request for a range does not accept one: ranges, lengths and tags would be those of the compressed bytes.
#[cfg(feature = "gzip")]
pub(crate) async fn send(
    transport: &dyn Transport,
    mut request: http::Request<Bytes>,
) -> Result<http::Response<Body>, TransportError> {
    use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, HeaderValue, RANGE};
    use http_body_util::BodyExt;

    let headers = request.headers_mut();
    if headers.contains_key(RANGE) || headers.contains_key(ACCEPT_ENCODING) {
        return transport.send(request).await;
    }
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
    let mut response = transport.send(request).await?;
    let coding = response.headers().get(CONTENT_ENCODING);
    let compressed = coding.is_some_and(|coding| {
        let coding = coding.as_bytes();
        coding.eq_ignore_ascii_case(b"gzip") || coding.eq_ignore_ascii_case(b"x-gzip")
    });
    if !compressed {
        return Ok(response);
    }
    response.headers_mut().remove(CONTENT_ENCODING);
    response.headers_mut().remove(CONTENT_LENGTH);
    Ok(response.map(|body| decode::Gunzip::new(body).boxed_unsync()))
}

/// Sends a request.
#[cfg(not(feature = "gzip"))]
pub(crate) async fn send(
    transport: &dyn Transport,
    request: http::Request<Bytes>,
) -> Result<http::Response<Body>, TransportError> {
    transport.send(request).await
}

#[cfg(feature = "gzip")]
mod decode {
    use super::{Body, Bytes, TransportError};
    use crate::transport::Phase;
    use flate2::write::MultiGzDecoder;
    use http_body::Frame;
    use std::io::{self, Write};
    use std::mem;
    use std::pin::Pin;
    use std::task::{Context, Poll, ready};

    /// Compressed bytes that are decoded at once. gzip makes at most 1,032 bytes of one, so that the reader can stop a
    /// body that is too large after about 1 MiB.
    const STEP: usize = 1024;

    /// Decoded bytes that are worth a frame of their own.
    const FRAME: usize = 32 * 1024;

    /// A body that is decoded while it is read.
    pub(super) struct Gunzip {
        body: Body,
        decoder: MultiGzDecoder<Vec<u8>>,
        /// Bytes that arrived and are not yet decoded.
        pending: Bytes,
        /// A body without any bytes is empty, not cut off.
        started: bool,
        ended: bool,
    }

    impl Gunzip {
        pub(super) fn new(body: Body) -> Self {
            Self {
                body,
                decoder: MultiGzDecoder::new(Vec::new()),
                pending: Bytes::new(),
                started: false,
                ended: false,
            }
        }

        /// Decodes what arrived, until that is enough for a frame.
        fn decode(&mut self) -> io::Result<()> {
            while !self.pending.is_empty() && self.decoder.get_ref().len() < FRAME {
                let step = self.pending.split_to(self.pending.len().min(STEP));
                self.decoder.write_all(&step)?;
            }
            if self.pending.is_empty() && self.ended && mem::take(&mut self.started) {
                self.decoder.try_finish()?;
            }
            Ok(())
        }
    }

    impl http_body::Body for Gunzip {
        type Data = Bytes;
        type Error = TransportError;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            cx: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
            loop {
                if let Err(error) = self.decode() {
                    self.pending.clear();
                    self.started = false;
                    self.ended = true;
                    return Poll::Ready(Some(Err(TransportError::new(Phase::Answer, error))));
                }
                let decoded = mem::take(self.decoder.get_mut());
                if !decoded.is_empty() {
                    return Poll::Ready(Some(Ok(Frame::data(decoded.into()))));
                }
                if self.ended {
                    return Poll::Ready(None);
                }
                match ready!(Pin::new(&mut self.body).poll_frame(cx)) {
                    Some(Ok(frame)) => match frame.into_data() {
                        Ok(data) => {
                            self.started |= !data.is_empty();
                            self.pending = data;
                        }
                        Err(trailers) => return Poll::Ready(Some(Ok(trailers))),
                    },
                    Some(Err(error)) => {
                        self.started = false;
                        self.ended = true;
                        return Poll::Ready(Some(Err(error)));
                    }
                    None => self.ended = true,
                }
            }
        }
    }
}
