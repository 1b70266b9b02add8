/** Message texts with placeholders: parsing, rendering, bounds, and the rule that refuses a placeholder that nothing fills. */
package vn.canhbao.templates;
