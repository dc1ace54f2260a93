from reportlab.lib.pagesizes import letter
from reportlab.pdfgen import canvas

c = canvas.Canvas("two-columns.pdf", pagesize=letter, invariant=1)
c.setFont("Helvetica-Bold", 20)
c.drawCentredString(306, 720, "Record of Continuing Education")
c.setFont("Helvetica", 10)
left = [("Participant", "Alex Invented"), ("Program", "Clinical Validation of"), ("", "Malnutrition"), ("Presented by", "Harbor CDI Forum (invented)")]
right = [("Program date", "03/04/2026"), ("Credit hours", "3"), ("Course number", "HCF 30426-3"), ("Format", "Live webinar")]
for rows, x in ((left, 60), (right, 330)):
    y = 650
    for label, value in rows:
        c.setFont("Helvetica", 10)
        c.drawRightString(x + 80, y, label)
        c.setFont("Times-Roman", 11)
        c.drawString(x + 92, y, value)
        y -= 22 if label != "Program" else 14
c.setFont("Times-Italic", 9)
c.drawCentredString(306, 90, "Each column is set by itself.")
c.save()
