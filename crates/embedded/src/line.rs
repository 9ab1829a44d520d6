//! [`Line`]: a TCP connection that can be cut off, and tells when what was written has left.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

#[derive(Default)]
enum Flush {
    #[default]
    Unwatched,
    Awaited(Waker),
    Done,
}

/// What an answer in the making can do to the connection it goes out by.
#[derive(Default)]
pub(crate) struct Control {
    reset: AtomicBool,
    flush: Mutex<Flush>,
}

impl Control {
    /// Has the connection end with a reset instead of an orderly close.
    pub(crate) fn reset_at_end(&self) {
        self.reset.store(true, Ordering::SeqCst);
    }

    /// Ready once everything written so far was handed to the system.
    pub(crate) fn poll_flushed(&self, cx: &mut Context<'_>) -> Poll<()> {
        let mut flush = self.flush.lock().unwrap_or_else(PoisonError::into_inner);
        if let Flush::Done = *flush {
            *flush = Flush::Unwatched;
            return Poll::Ready(());
        }
        *flush = Flush::Awaited(cx.waker().clone());
        Poll::Pending
    }

    fn flushed(&self) {
        let mut flush = self.flush.lock().unwrap_or_else(PoisonError::into_inner);
        if let Flush::Awaited(_) = *flush
            && let Flush::Awaited(waker) = std::mem::replace(&mut *flush, Flush::Done)
        {
            waker.wake();
        }
    }
}

/// A TCP connection with its [`Control`].
pub(crate) struct Line {
    stream: TcpStream,
    control: Arc<Control>,
}

impl Line {
    pub(crate) fn new(stream: TcpStream, control: Arc<Control>) -> Self {
        Self { stream, control }
    }

    /// The first byte that came, which stays to be read; `None` where the other side has left.
    pub(crate) async fn first_byte(&self) -> io::Result<Option<u8>> {
        let mut first = [0];
        let length = self.stream.peek(&mut first).await?;
        Ok((length > 0).then_some(first[0]))
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if self.control.reset.load(Ordering::SeqCst)
            && let Err(error) = self.stream.set_zero_linger()
        {
            tracing::debug!(%error, "a connection is closed instead of reset");
        }
    }
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, bytes)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(cx);
        if let Poll::Ready(Ok(())) = flushed {
            self.control.flushed();
        }
        flushed
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
