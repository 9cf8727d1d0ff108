//! Connections that neither say nor take anything are ended, and only so many are open at once
//! ([`Room`]).
//!
//! A browser that begins a request and never ends it would hold a connection for ever, and a few
//! thousand of them all there are. What goes on in either direction counts: a large file may take
//! its time, as long as it moves (security.md C7, S48).

use super::room::{Place, Room};
use axum::serve::Listener;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep};

/// How long a connection may lie still. Longer than any page takes to be made.
pub const STILL_MAX: Duration = Duration::from_secs(120);

/// Takes connections that are ended when they lie still.
pub struct PatientListener<L> {
    inner: L,
    still_max: Duration,
    room: Room,
}

impl<L> PatientListener<L> {
    /// Takes from `inner` what has a place in `room`; each may lie still for `still_max`.
    pub fn new(inner: L, still_max: Duration, room: Room) -> Self {
        Self {
            inner,
            still_max,
            room,
        }
    }
}

impl<L> Listener for PatientListener<L>
where
    L: Listener<Addr = SocketAddr>,
    L::Io: Unpin,
{
    type Io = PatientStream<L::Io>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        let (place, inner, address) = loop {
            let free = self.room.free().await;
            let (inner, address) = self.inner.accept().await;
            // One too many of its address is ended here, before a byte of it is read.
            if let Some(place) = self.room.take(free, address.ip()) {
                break (place, inner, address);
            }
        };
        let stream = PatientStream {
            inner,
            still_max: self.still_max,
            over: Box::pin(tokio::time::sleep(self.still_max)),
            _place: place,
        };
        (stream, address)
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.inner.local_addr()
    }
}

/// A connection with a clock, which every byte in either direction sets back.
pub struct PatientStream<S> {
    inner: S,
    still_max: Duration,
    over: Pin<Box<Sleep>>,
    _place: Place,
}

impl<S> PatientStream<S> {
    /// Sets the clock back where something moved, else looks whether it is over.
    fn judge<T>(
        &mut self,
        context: &mut Context<'_>,
        done: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if done.is_ready() {
            let over = Instant::now() + self.still_max;
            self.over.as_mut().reset(over);
            return done;
        }
        match self.over.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for PatientStream<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let done = Pin::new(&mut self.inner).poll_read(context, buffer);
        self.judge(context, done)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for PatientStream<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let done = Pin::new(&mut self.inner).poll_write(context, bytes);
        self.judge(context, done)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let done = Pin::new(&mut self.inner).poll_write_vectored(context, slices);
        self.judge(context, done)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::super::connections::answer;
    use super::*;
    use axum::Router;
    use axum::body::{Body, Bytes};
    use axum::routing::get;
    use futures_util::stream;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::{TcpListener, TcpStream};

    const STILL: Duration = Duration::from_millis(400);
    const HEAD: Duration = Duration::from_millis(800);

    /// A body that comes in pieces, each well within the patience, all together well beyond it.
    async fn slow() -> Body {
        Body::from_stream(stream::unfold(0_u8, |piece| async move {
            tokio::time::sleep(STILL / 4).await;
            (piece < 12).then(|| (Ok::<_, io::Error>(Bytes::from_static(b"piece ")), piece + 1))
        }))
    }

    async fn serving(connections_max: usize) -> SocketAddr {
        let tcp = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = tcp.local_addr().unwrap();
        let room = Room::new(connections_max, connections_max, &[]);
        let listener = PatientListener::new(tcp, STILL, room);
        let router = Router::new().route("/slow", get(slow));
        tokio::spawn(answer(listener, router, HEAD, std::future::pending()));
        address
    }

    /// Sends the words, and reads until the other side ends it.
    async fn said_to(address: SocketAddr, words: &str) -> String {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(words.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        let _ended = stream.read_to_end(&mut answer).await;
        String::from_utf8_lossy(&answer).into_owned()
    }

    #[tokio::test]
    async fn who_says_nothing_or_half_is_let_go_and_who_takes_long_is_not() {
        let address = serving(8).await;
        for words in ["", "GET /slow HTTP/1.1\r\nX:"] {
            let ended = tokio::time::timeout(STILL * 50, said_to(address, words));
            ended.await.expect("the connection is ended");
        }
        let asked = "GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        let answer = said_to(address, asked).await;
        assert_eq!(answer.matches("piece ").count(), 12, "{answer}");
    }

    #[tokio::test]
    async fn the_head_of_a_request_may_not_come_by_drops() {
        let address = serving(8).await;
        let mut stream = TcpStream::connect(address).await.unwrap();
        let dripping = async {
            // Each drop comes well within the patience; the head never ends.
            while stream.write_all(b"G").await.is_ok() {
                tokio::time::sleep(STILL / 4).await;
            }
        };
        let ended = tokio::time::timeout(STILL * 50, dripping).await;
        ended.expect("the connection is ended");
    }

    #[tokio::test]
    async fn the_place_of_one_that_was_let_go_is_free_again() {
        let address = serving(1).await;
        let _silent = TcpStream::connect(address).await.unwrap();
        let asked = "GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        let answer = tokio::time::timeout(STILL * 50, said_to(address, asked));
        assert!(answer.await.expect("an answer").ends_with("0\r\n\r\n"));
    }
}
