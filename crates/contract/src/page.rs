//! [`Page`]: a part of a list, as answers to a window onto it have them.

use crate::model::{
    Directories, Directory, Hub, Hubs, MediaSubscription, MediaSubscriptions, Metadata,
    MetadataPage, Section, SectionTags, Sections, Tag, Tags,
};

/// A part of a list: what an answer to a request with a window has in it.
///
/// Implement it for a model of your own, and the client walks through lists of it.
pub trait Page {
    /// What the list is made of.
    type Item;

    /// How many entries it has.
    fn len(&self) -> usize;

    /// True where it has none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Its entries, in order.
    fn into_items(self) -> Vec<Self::Item>;
}

impl Page for MetadataPage {
    type Item = Metadata;

    /// How many items, or where there are none, directories or rows.
    fn len(&self) -> usize {
        [self.metadata.len(), self.directories.len(), self.hubs.len()]
            .into_iter()
            .find(|len| *len > 0)
            .unwrap_or(0)
    }

    fn into_items(self) -> Vec<Metadata> {
        self.metadata
    }
}

/// `Page: field of Item`
macro_rules! pages {
    ($($Page:ident: $field:ident of $Item:ident;)+) => {$(
        impl Page for $Page {
            type Item = $Item;

            fn len(&self) -> usize {
                self.$field.len()
            }

            fn into_items(self) -> Vec<$Item> {
                self.$field
            }
        }
    )+};
}

pages! {
    Directories: directories of Directory;
    Hubs: hubs of Hub;
    MediaSubscriptions: subscriptions of MediaSubscription;
    SectionTags: tags of Tag;
    Sections: sections of Section;
    Tags: tags of Tag;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_as_many_entries_as_its_list() {
        let mut page = MetadataPage::default();
        assert!(page.is_empty());
        page.directories = vec![Directory::default()];
        assert_eq!(page.len(), 1);
        page.metadata = vec![Metadata::default(), Metadata::default()];
        assert_eq!(page.len(), 2);
        assert_eq!(page.into_items().len(), 2);
    }
}
