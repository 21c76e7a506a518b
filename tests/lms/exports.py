"""Gradebooks as Canvas and Moodle export them, in the documented columns, with everything that real ones hold."""

from __future__ import annotations

# First row: Student ... Section, a column of the instructor's own, assignments with their ids, totals that are read only.
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Notes,Warmup (401),One hidden layer (402),"
    "Homework Current Score,Final Grade\r\n"
    ",,,,,,,Manual Posting,,\r\n"
    "    Points Possible,,,,,,0.00,25.00,(read only),(read only)\r\n"
    '"Doe, Jane",9001,S-17,jdoe,"A, B","said ""hi""\nand left",,3.50,44.00,D\r\n'
    '"O\'Neill, Zoë",9002,S-18,zoneill@uni.edu,A,,,,,\r\n'
    '"Roe, Rick",9003,S-19,rroe,A,,,"12.00",,\r\n'
    '"Absent, Al",9004,S-20,aabsent,B,,,7.00,,\r\n'
    '"Ill, Ida",9005,S-21,iill,B,,,,,\r\n'
    '"Other, Olga",9006,S-22,oother,B,,,N/A,,\r\n'
    '"Visitor, Vic",9007,S-23,vvisitor,B,,,9.00,,\r\n'
    '"Student, Test",9999,,0123abcd,A,,,1.00,,\r\n'
)

MOODLE = (
    'First name,Last name,ID number,Institution,Department,"Email address","Assignment: Warmup (Real)",'
    '"Assignment: One hidden layer (Real)","Assignment: One hidden layer (Percentage)",'
    '"Assignment: One hidden layer (Feedback)","Course total (Real)","Last downloaded from this course"\n'
    'Jane,Doe,S-17,,,jdoe@uni.edu,-,3.50,"14.00 %","=SUM(A1), ""ok""",44.00,1764400000\n'
    "Zoë,O'Neill,S-18,,,zoneill@uni.edu,-,-,-,,,1764400000\n"
    "Rick,Roe,S-19,,,rroe@uni.edu,-,12.00,-,,,1764400000\n"
    "Al,Absent,S-20,,,aabsent@uni.edu,-,7.00,-,,,1764400000\n"
    "Ida,Ill,S-21,,,iill@uni.edu,-,-,-,,,1764400000\n"
)

WORKSHEET = (
    '\ufeffIdentifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed",'
    '"Last modified (submission)","Last modified (grade)","Feedback comments"\n'
    '"Participant 501","Jane Doe",jdoe@uni.edu,"Submitted for grading",,100.00,Yes,"Monday, 1 December 2025",-,\n'
    '"Participant 502","Rick Roe",rroe@uni.edu,"Submitted for grading",55.00,100.00,No,-,-,"<p>kept</p>"\n'
)

# What a Moodle whose user reads German exports: the same columns, decimal commas in quotes, a space that does not break.
WORKSHEET_DE = (
    '\ufeffID,"Vollständiger Name",E-Mail-Adresse,Status,Bewertung,Bestwertung,"Bewertung kann geändert werden",'
    '"Zuletzt geändert (Abgabe)","Zuletzt geändert (Bewertung)","Feedback als Kommentar"\n'
    'Teilnehmer/in501,"Jörg Doe",jdoe@uni.de,"Zur Bewertung abgegeben",,"25,00",Ja,"Montag, 1. Dezember 2025, 08:00",-,\n'
    'Teilnehmer/in502,"Rick Roe",rroe@uni.de,"Keine Abgabe","5,50","25,00",Nein,-,-,\n'
)
MOODLE_DE = (
    'Vorname;Nachname;ID-Nummer;Institution;Abteilung;E-Mail-Adresse;"Aufgabe:\u00a0One hidden layer (Punkte)";'
    '"Aufgabe:\u00a0One hidden layer (Prozentsatz)";"Kurs gesamt (Punkte)";"Zuletzt von diesem Kurs geladen"\r\n'
    'Jörg;Doe;0017;;;jdoe@uni.de;-;-;"44,00";1764400000\r\n'
    'Rick;Roe;0018;;;rroe@uni.de;"12,00";"48,00 %";"44,00";1764400000\r\n'
)
