from reportlab.lib.pagesizes import letter
from reportlab.pdfgen import canvas

c = canvas.Canvas("two-pages.pdf", pagesize=letter, invariant=1)

def header(y):
    c.setFont("Helvetica-Bold", 9)
    c.drawString(50, y, "Completion Date")
    c.drawString(150, y, "Course Title")
    c.drawString(370, y, "Provider")
    c.drawRightString(560, y, "Credits")

rows = [(f"2026-{1 + n // 5:02d}-{1 + n % 5:02d}", f"Invented course number {n + 1}", "Lakeview Coding Society", f"{1 + n % 3}.00") for n in range(50)]
for page in range(2):
    c.setFont("Times-Roman", 14)
    c.drawString(50, 760, "Education history (invented)")
    header(730)
    c.setFont("Helvetica", 9)
    y = 712
    for date, title, provider, credits in rows[25 * page : 25 * page + 25]:
        c.drawString(50, y, date)
        c.drawString(150, y, title)
        if "number 7" in title and title.endswith("7"):
            y -= 11
            c.drawString(150, y, "and what follows from it")
            y += 11
        c.drawString(370, y, provider)
        c.drawRightString(560, y, credits)
        y -= 25
    c.drawString(50, 40, f"Page {page + 1} of 2")
    c.showPage()
c.save()
