/** The official report (Decree 30/2020/NĐ-CP, Annex I) as DOCX and PDF from one {@code OfficialText}, and the leaflet for notice boards. */
package vn.canhbao.report.document;
