"""Given names that say whether somebody is a man or a woman.

Names common in English-language news, from many countries, written for this project. Left out are
those given to both (Alex, Jordan, Kim), those that are words or surnames first (Grant, Hope, May
as a month), and those whose use differs from country to country (Andrea, Jean, Nicola).
"""

from __future__ import annotations

__all__ = ["gender_of_name"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MALE = _set("""
    aaron abdallah abdel abdul abdullah abdulrahman abraham adam adolf adrian ahmad ahmed aidan
    alan albert alberto alejandro aleksandr aleksander alessandro alexander alexandre alexei
    alexey alfonso alfred alfredo ali alistair allan allen alvin amit anatoly anders andre
    andreas andrei andrés andrew andrey andriy anil anthony antoine anton antonio antony archie
    arjun arnold arthur artem arturo arvind asad ashok ashraf asif aziz barack barry bart
    bashar ben benjamin bernard bernardo bernie bertrand bill billy bob bobby boris brad bradley
    brendan brent brett brian bruce bruno bryan carl carlos carlo cedric cesar chad charles
    charlie chris christian christoph christophe christopher chuck clarence claudio claus clifford
    clive colin connor conor craig cyril dale damian damien dan daniel daniele danny darren dave
    david dennis derek devin didier diego dieter dimitri dirk dmitri dmitry dmytro dominic donald
    doug douglas duncan dwight eamon earl ed eddie edgar edmund eduard eduardo edward edwin egor
    ehud elias elijah elliot elon emil emmanuel emmett enrico enrique eric erik ernest
    ernesto esteban ethan eugene evan evgeny ezra fabio fadi faisal farid farouk fawaz federico
    felipe ferdinand fernando fidel filip florian francesco francisco franco francois françois
    frank franklin franz fred frederick fredrik friedrich gabriel gareth gary gavin geoff geoffrey
    george georges gerald gerard gerhard ghassan gianni gilbert giorgio giovanni giuseppe glen
    glenn gordon graham greg gregory guido guillaume guillermo gustav gustavo guy hafez haidar
    hamid hamza hank hans harold harry harvey hasan hassan hector heinrich helmut henri henrik
    henry herbert hernan hosni howard hubert hugh hugo hussein ian ibrahim ignacio igor imran
    isaac isaiah ismail ivan jack jacob jacques jaime jair jake jakob jamal james jared jason
    javad javier jay jeff jeffrey jens jeremy jerome jerry jesus jim jimmy joachim joao joão joe
    joel johan johannes john johnny jonas jonathan jorge josé jose josef joseph josh joshua juan
    julian julien julius jürgen justin kareem karim karl keith ken kenneth kevin khaled khalid
    khalil klaus kofi konstantin kumar kurt kyle lars larry laurent lawrence leo leon leonard
    leonardo leonid leopold lionel lloyd logan lorenzo louis luca lucas luis luigi luiz
    lukas luke mahmoud mahmud malcolm manfred manuel marc marcel marcello marco marcos marcus
    mario marios mark markus marshall martin marty marvin massimo mateusz mathieu matt matteo
    matthew matthias maurice mauricio max maxim maxime mehdi mehmet melvin michael michel miguel
    mikhail mike mikael milan milos mitch mitchell mohamed mohammad mohammed mohsen moritz moshe
    muammar muhammad mukesh murat mustafa mykola nabil naftali narendra nasser nathan nathaniel
    ned neil nelson nicholas nick nicolas nigel nikita nikolai nikolay noah norbert norman nuri
    oleg oleksandr oleksiy oliver olivier omar omer orlando oscar osama osman oswaldo otto owen
    pablo paolo pascal patrick paul pavel pawel pedro pete peter petro philip philippe
    phillip pierre piotr pradeep quentin rafael rafiq rafik rahul rajesh ralph rami ramon ramzan
    randall randy raul ravi raymond recep reinhard reza ricardo richard rick ricky robert roberto
    rodney rodrigo roger roland rolf roman romano ron ronald ronnie ross roy rudolf rudy rupert
    russell ryan saad saddam saeed saif salem salman salvador salvatore sam sami samir samuel
    sandeep sanjay saul scott sean sebastian sebastien serge sergei sergey sergio seth shaun
    shimon sidney silvio simon slobodan stefan stefano stephan stephane stephen stephon steve
    steven stewart stuart sven tariq tayyip ted terrence terry theodore thierry thomas tim timothy
    tobias todd tom tomas tommy toni tony travis trevor tyler ulrich umar usman vadim valentin
    valery vasily viktor victor vikram vincent vincenzo vitali vitaly vladimir volodymyr wade
    waleed walid walter warren wayne wendell werner wesley wilhelm will willem william willie
    winston wolfgang xavier yahya yann yasser yasin yassin yevgeny yitzhak yoav yosef yousef
    youssef yuri yusuf yves zachary zbigniew zein ziad zoran
""")
_FEMALE = _set("""
    abigail ada adele adriana agnes agnieszka aicha aida aisha alejandra aleksandra alessandra
    alexandra alexandria alice alicia alina alison allison alma alyssa amal amanda amelia amina
    amy ana anastasia angela angelica angelina anika anita anja ann anna annabel anne
    annegret annette annie antoinette antonella april arlene asma astrid audrey ayanna
    ayelet ayesha barbara beata beatrice beatriz becky belinda bernadette beth bethany betsy betty
    beverly bianca birgit bonnie brenda bridget brigitte britney brittany camila camilla camille
    candice carla carly carmen carol carolina caroline carolyn carrie cassandra catalina
    caterina catherine cathy catriona cecilia celeste celia celine chantal charlene charlotte
    chelsea cheryl chiara christiane christie christina christine cindy claire clara clarissa
    claudia colette colleen condoleezza connie constance consuelo cora corinne courtney cristina
    crystal cynthia daisy daniela danielle daphne daria dawn deb debbie deborah debra deirdre
    delia delphine denise diana diane dianne dina dolores donna dora doreen doris
    dorothy edith edna eileen elaine eleanor elena elisa elisabeth elise elizabeth ella ellen
    eloise elsa elvira emilia emily emma erica erika erin ernestine esther eugenia eva eve evelyn
    ewa fatima faye federica felicia felicity fiona florence frances francesca françoise frida
    gabriela gabriella gabrielle gail galina gemma genevieve georgia georgina geraldine gertrude
    gina giorgia gisela giulia gladys gloria grace graciela greta gretchen gretel guadalupe gwen
    hala halima hanan hannah hanna harriet hazel heather heidi helen helena helene helga henrietta
    hilary hillary hina hortense huda huma ida ilhan iman imelda indira ines ingrid irena irene
    irina iris irma isabel isabella isabelle isla ivana ivanka ivonne jacinda jackie jacqueline
    jade jane janet janice jasmine jeanette jeanne jenna jennifer jenny jessica jill joan joanna
    joanne jocelyn jodi johanna josephine joyce juanita judith judy julia juliana julie juliet
    juliette june justine kaja kamala karen karin karina karine karoline katarina kate katerina
    katharina katherine kathleen kathryn kathy katie katrina katya kayla keiko
    khadija kirsten kirstjen kristalina kristen kristi kristin kristina kyrsten larissa latifa
    latoya laura lauren laurence leah leila lena leonora leslie leticia leyla liliana lilian
    lillian lily linda lisa lise liz lizzie lois lola lorena loretta lori lorraine louise lucia
    lucie lucille lucy ludmila luisa lydia lynn lynne mabel mackenzie madeleine madeline
    magdalena maggie maia maja malala mandy manuela margaret margarita margot margrethe maria
    mariam marian mariana marianne marie mariel marilyn marina marine marion marissa marjorie
    marlene marta martha martina martine mary maryam matilda maureen maya megan meghan melania
    melanie melinda melissa mercedes meredith mia michaela micheline michele michelle mildred
    miriam mitzi moira mona monica monika monique muna muriel myriam nabila nadia nadine nadja
    nancy naomi natalia natalie natasha nathalie nellie nevena nicole nikki nina noelle noemi
    nora noura nuria nydia oksana olena olga olivia olympia ophelia oprah paloma pamela paola
    patricia patsy paula paulina pauline peggy penelope penny petra phoebe phyllis
    priscilla priti priya rachel rana raquel rashida rebecca regina renata renée renee rhonda
    rita roberta rosa rosalia rosalind rosario rose rosemary roxana roxanne ruth sabina sabine
    sabrina sadia saima sally salma samantha samira sandra sara sarah saskia selma serena shabana
    shannon sharon sheila shelley shirin shirley sigrid silvia simona simone siobhan sofia sonia
    sonya sophia sophie stacey stella stephanie sue sunita susan susana susanna susanne suzanne
    svetlana sybil sylvia sylvie tamara tammy tania tanya tara tatiana tatyana teresa tessa
    thelma theresa therese tiffany tina tracey tracy trisha tulsi ulla ursula valentina valerie
    vanessa vera veronica veronika vicky victoria viktoria violeta virginia viviane vivian
    wanda wendy whitney wilhelmina wilma winifred xiomara yael yasmin yasmine yelena yolanda
    yuliya yulia yvette yvonne zahra zainab zeinab zelda zoe zuzana
""")


def gender_of_name(name: str) -> str:
    """Whether a given name is a man's ("m") or a woman's ("f"); "" where it does not say.

    Examples
    --------
    >>> gender_of_name("Halima"), gender_of_name("John"), gender_of_name("Alex")
    ('f', 'm', '')
    """
    lower = name.lower()
    return "m" if lower in _MALE else "f" if lower in _FEMALE else ""
