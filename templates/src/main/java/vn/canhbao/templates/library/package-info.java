/**
 * Templates and their versions, written by one person and approved by another; the shipped ones; the texts that campaigns
 * copy from them. {@code TemplateDesk} takes the commands, {@code Templates} is the tables.
 */
package vn.canhbao.templates.library;
