"""A plan in pictures: weeks before and after, and a debt that falls. The pages that hold them are `page`'s."""
