"""The view: one offline HTML file, data built with pyvis, page, style and scripts our own (src/, bundled to page.js)."""

from graphkit.view.page import write_page

__all__ = ["write_page"]
