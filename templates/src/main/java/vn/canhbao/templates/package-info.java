/** Message texts with placeholders: rendering, and the rule that refuses a placeholder that nothing fills. */
package vn.canhbao.templates;
