"""One child's statement: as data, as a page and on a terminal."""
