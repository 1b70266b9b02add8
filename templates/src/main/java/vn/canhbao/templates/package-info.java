/** Message templates: placeholders, rendering, and (later) linting and the shipped Vietnamese library. */
package vn.canhbao.templates;
