/** REST under {@code /api/v1}: JSON, times in +07:00, problem details for every error, pages by the last id seen. */
package vn.canhbao.console.api;
