//! Counts votes.

use std::collections::BTreeMap;

/// Votes by name.
#[derive(Default)]
pub struct Tally {
    votes: BTreeMap<String, u32>,
}

impl Tally {
    pub fn vote(&mut self, name: &str) {
        *self.votes.entry(name.to_string()).or_insert(0) += 1;
    }

    /// Takes a vote back; false when there was none.
    pub fn withdraw(&mut self, name: &str) -> bool {
        match self.votes.get_mut(name) {
            Some(votes) if *votes > 0 => {
                *votes -= 1;
                true
            }
            _ => false,
        }
    }

    /// The name with most votes; none while nobody voted, or when two lead.
    pub fn winner(&self) -> Option<&str> {
        let most = *self.votes.values().max()?;
        let mut leading = self.votes.iter().filter(|(_, &votes)| votes == most);
        let (name, _) = leading.next()?;
        if leading.next().is_some() {
            return None;
        }
        Some(name)
    }
}

/// The smaller of two.
pub fn least<T: PartialOrd>(left: T, right: T) -> T {
    if left < right {
        left
    } else {
        right
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_with_most_votes_wins() {
        let mut tally = Tally::default();
        tally.vote("ada");
        tally.vote("ada");
        tally.vote("bob");
        assert_eq!(tally.winner(), Some("ada"));
    }

    #[test]
    fn least_of_several_types() {
        assert_eq!(least(1, 2), 1);
        assert_eq!(least(2.0, 1.0), 1.0);
    }
}
