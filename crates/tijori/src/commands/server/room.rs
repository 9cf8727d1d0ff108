//! How many connections are open at once: of all, and of one address, so that nobody alone can take
//! the places of everybody (security.md C7, S48).

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many connections are open at once; who comes then waits in the system's queue. Systems
/// allow a program 1,024 files and more, and some of them are the businesses.
const CONNECTIONS_MAX: usize = 512;
/// How many of them one address may hold. An office behind one address has forty browsers with
/// six connections each; more than that and its connections are ended as soon as they are there.
const OF_ONE_MAX: usize = 256;
/// A household or firm has all addresses that begin alike in so many bits (RFC 6177).
const PREFIX_BITS: u32 = 64;

/// The places for connections.
pub struct Room {
    all: Arc<Semaphore>,
    held: Arc<Mutex<HashMap<IpAddr, usize>>>,
    of_one_max: usize,
    /// Proxies of ours, which ask for everybody.
    proxies: Vec<IpAddr>,
}

impl Room {
    /// The room of a server behind these proxies.
    pub fn behind(proxies: &[IpAddr]) -> Self {
        Self::new(CONNECTIONS_MAX, OF_ONE_MAX, proxies)
    }

    /// A room of `all_max` places, of which each address but those of `proxies` may hold
    /// `of_one_max`.
    pub fn new(all_max: usize, of_one_max: usize, proxies: &[IpAddr]) -> Self {
        Self {
            all: Arc::new(Semaphore::new(all_max)),
            held: Arc::default(),
            of_one_max,
            proxies: proxies.iter().map(IpAddr::to_canonical).collect(),
        }
    }

    /// Waits until a place is free.
    pub async fn free(&self) -> Free {
        // Nobody closes the semaphore; if somebody did, connections would go uncounted.
        Free(self.all.clone().acquire_owned().await.ok())
    }

    /// Gives a free place to a connection of this address, or none where the address has its share.
    pub fn take(&self, Free(permit): Free, address: IpAddr) -> Option<Place> {
        let address = neighbourhood(address);
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let count = held.entry(address).or_default();
        if *count >= self.of_one_max && !self.proxies.contains(&address) {
            return None;
        }
        *count += 1;
        Some(Place {
            address,
            held: self.held.clone(),
            _permit: permit,
        })
    }
}

/// A place that nobody has yet.
pub struct Free(Option<OwnedSemaphorePermit>);

/// The place of a connection, free again when it is dropped.
pub struct Place {
    address: IpAddr,
    held: Arc<Mutex<HashMap<IpAddr, usize>>>,
    _permit: Option<OwnedSemaphorePermit>,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = held.get_mut(&self.address) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                held.remove(&self.address);
            }
        }
    }
}

/// The address by which a household or firm is counted.
fn neighbourhood(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let prefix = address.to_bits() & (u128::MAX << (u128::BITS - PREFIX_BITS));
            IpAddr::V6(Ipv6Addr::from_bits(prefix))
        }
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn taken(room: &Room, address: &str) -> Option<Place> {
        let free = room.free().await;
        room.take(free, address.parse().unwrap())
    }

    #[tokio::test]
    async fn one_address_has_its_share_and_others_have_theirs() {
        let room = Room::new(5, 2, &["10.0.0.1".parse().unwrap()]);
        let first = taken(&room, "192.0.2.1").await;
        let _second = taken(&room, "::ffff:192.0.2.1").await.expect("a place");
        assert!(taken(&room, "192.0.2.1").await.is_none());
        let _other = taken(&room, "192.0.2.2").await.expect("a place");
        drop(first.expect("a place"));
        let _again = taken(&room, "192.0.2.1").await.expect("it is free again");
    }

    #[tokio::test]
    async fn a_proxy_of_ours_asks_for_everybody() {
        let room = Room::new(5, 1, &["10.0.0.1".parse().unwrap()]);
        let _first = taken(&room, "10.0.0.1").await.expect("a place");
        let _second = taken(&room, "10.0.0.1").await.expect("a place");
    }

    #[tokio::test]
    async fn addresses_of_one_network_count_as_one() {
        let room = Room::new(5, 1, &[]);
        let _first = taken(&room, "2001:db8:1:2::1").await.expect("a place");
        assert!(taken(&room, "2001:db8:1:2:9::9").await.is_none());
        let _other = taken(&room, "2001:db8:1:3::1").await.expect("a place");
        assert_eq!(room.held.lock().unwrap().len(), 2);
    }
}
