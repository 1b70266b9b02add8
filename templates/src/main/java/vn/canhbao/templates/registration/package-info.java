/** What is registered with which operator, sender ids and templates, and who can't be sent to without it. */
package vn.canhbao.templates.registration;
